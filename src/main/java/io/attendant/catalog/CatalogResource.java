package io.attendant.catalog;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.Page;
import io.attendant.shared.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue, for anyone. */
@Path("/api/products")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "shop")
public class CatalogResource {
    @Inject
    ProductSearch search;

    @GET
    @Operation(operationId = "listProducts", summary = "Products that match, best first; all without a query")
    public Page<ProductData> list(
            @QueryParam("query") String query,
            @QueryParam("category") String category,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("page") String page) {
        return search.find(
                new ProductQuery(query, Optional.ofNullable(category), Optional.empty(), false), Page.number(page));
    }

    @GET
    @Path("/categories")
    @Operation(operationId = "listCategories", summary = "The categories, in the order of their first products")
    public List<String> categories() {
        return search.categories().stream().map(ProductSearch.Category::name).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProduct", summary = "One product with all its variants")
    public ProductData get(@PathParam("id") String id) {
        return search.byId(id).orElseThrow(() -> new ProblemException(ErrorCode.PRODUCT_NOT_FOUND));
    }
}
