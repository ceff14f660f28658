package io.attendant.identity.verification;

import io.attendant.shared.DemoConfig;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mail that would have been sent, in demo mode only. */
@Path("/api/demo/outbox")
@Tag(name = "demo")
@RunOnVirtualThread
public class DemoOutboxResource {
    @Inject
    DemoConfig demo;

    @Inject
    Mails mails;

    /** The newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listDemoOutbox")
    public List<Mails.Kept> list() {
        if (!demo.enabled()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        return mails.kept();
    }
}
