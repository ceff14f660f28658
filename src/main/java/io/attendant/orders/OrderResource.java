package io.attendant.orders;

import io.attendant.identity.CurrentCaller;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed-in shopper's own orders. */
@Path("/api/me/orders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me")
public class OrderResource {
    @Inject
    OrderService orders;

    @Inject
    CurrentCaller caller;

    @GET
    @Operation(operationId = "listMyOrders", summary = "The signed-in shopper's orders, newest first")
    public Page<OrderData> list(
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("page") String page) {
        return orders.ofCustomer(caller.requireCustomer(), Page.number(page));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMyOrder", summary = "One of the signed-in shopper's orders")
    public OrderData get(@PathParam("id") String id) {
        return orders.ofCustomer(caller.requireCustomer(), id)
                .orElseThrow(() -> new ProblemException(ErrorCode.ORDER_NOT_FOUND));
    }
}
