package io.attendant.customers;

import io.attendant.identity.CurrentCaller;
import io.attendant.identity.TrustLevel;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the caller is; for a guest too, so that a page needs no failing call to find out. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me")
public class MeResource {
    @Inject
    CurrentCaller caller;

    @Inject
    CustomerService customers;

    /** @param customer absent for guests, staff, and shoppers the shop doesn't know */
    @Schema(
            name = "Me",
            requiredProperties = {"level", "roles"})
    public record Me(TrustLevel level, List<String> roles, Profile customer) {}

    @Schema(
            name = "Profile",
            requiredProperties = {"id", "firstName", "lastName", "email"})
    public record Profile(String id, String firstName, String lastName, String email, String locale) {}

    @GET
    @Operation(operationId = "getMe")
    public Me me() {
        return new Me(
                caller.customerId().isPresent() ? TrustLevel.customer : TrustLevel.anonymous,
                caller.roles().stream().sorted().toList(),
                caller.customerId()
                        .flatMap(customers::byId)
                        .map(found -> new Profile(
                                found.id(), found.firstName(), found.lastName(), found.email(), found.locale()))
                        .orElse(null));
    }
}
