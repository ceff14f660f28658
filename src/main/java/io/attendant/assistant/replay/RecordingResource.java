package io.attendant.assistant.replay;

import io.attendant.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was recorded of a conversation, for the shop's owner. */
@Path("/api/admin/conversations/{id}")
@RolesAllowed(Roles.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class RecordingResource {
    @Inject
    Recordings recordings;

    @Inject
    ReplayRunner replays;

    @GET
    @Path("/recording")
    @Produces("application/x-ndjson")
    @Operation(
            operationId = "getRecording",
            summary = "The conversation's recorded turns, one in a line, to be kept or replayed")
    public String recording(@PathParam("id") UUID id) {
        return recordings.ofConversation(id).stream().collect(Collectors.joining("\n", "", "\n"));
    }

    @POST
    @Path("/replay")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayConversation",
            summary =
                    "Runs the recorded turns again, without a model, tools or any effect, and names the first that differs")
    public Replay replay(@PathParam("id") UUID id) {
        return replays.replay(recordings.ofConversation(id).stream()
                .map(TurnRecording::ofJson)
                .toList());
    }
}
