package io.attendant.orders;

import io.attendant.customers.CustomerService;
import io.attendant.identity.RowSecurity;
import io.attendant.shared.DemoConfig;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom a visitor may sign in as, in demo mode only. */
@Path("/api/demo/customers")
@Tag(name = "demo")
@RunOnVirtualThread
public class DemoCustomerResource {
    private static final int MOST = 100;

    @Inject
    DemoConfig demo;

    @Inject
    CustomerService customers;

    @Inject
    RowSecurity rows;

    /** @param orders how many orders the customer has */
    @Schema(
            name = "DemoCustomer",
            requiredProperties = {"id", "firstName", "lastName", "country", "orders"})
    public record DemoCustomer(
            String id, String firstName, String lastName, String locale, String country, long orders) {}

    /** The first hundred customers, in import order. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listDemoCustomers")
    @Transactional
    public List<DemoCustomer> list() {
        if (!demo.enabled()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        rows.staff();
        Map<String, Long> orders = Order.countsByCustomer();
        return customers.first(MOST).stream()
                .map(customer -> new DemoCustomer(
                        customer.id(),
                        customer.firstName(),
                        customer.lastName(),
                        customer.locale(),
                        customer.address().country(),
                        orders.getOrDefault(customer.id(), 0L)))
                .toList();
    }
}
