package io.attendant.knowledge;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The shop's help articles, for anyone. */
@Path("/api/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "shop")
public class ArticleResource {
    @Inject
    HelpSearch search;

    @GET
    @Operation(
            operationId = "listArticles",
            summary = "Help articles that match, those in the reader's language first; all without a query")
    public Page<ArticleData> list(
            @QueryParam("query") String query,
            @QueryParam("locale") String locale,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("page") String page) {
        return search.find(query, Optional.ofNullable(locale), Page.number(page));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getArticle", summary = "One help article")
    public ArticleData get(@PathParam("id") String id) {
        return search.byId(id).orElseThrow(() -> new ProblemException(ErrorCode.ARTICLE_NOT_FOUND));
    }
}
