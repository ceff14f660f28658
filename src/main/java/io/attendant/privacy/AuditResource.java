package io.attendant.privacy;

import io.attendant.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The record of what shoppers decided, for the shop's owner. */
@Path("/api/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class AuditResource {
    @Inject
    AuditTrail trail;

    @GET
    @Operation(
            operationId = "listAuditAnchors",
            summary = "All anchors of the audit trail, and whether they still hold")
    public AuditTrail.Anchors anchors() {
        return trail.anchors();
    }

    @GET
    @Path("/{conversationId}")
    @Operation(
            operationId = "getAuditChain",
            summary = "What was decided in a conversation, and whether its record is intact")
    public AuditTrail.Chain chain(@PathParam("conversationId") UUID conversationId) {
        return trail.chain(conversationId);
    }
}
