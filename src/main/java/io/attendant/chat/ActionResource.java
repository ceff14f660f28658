package io.attendant.chat;

import io.attendant.actions.ActionOutcome;
import io.attendant.actions.Decisions;
import io.attendant.conversations.Conversations;
import io.attendant.conversations.EventLog;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The shopper's word on what was proposed; possible at any time, also while a turn runs. */
@Path("/api/conversations/{id}/actions/{actionId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class ActionResource {
    @Inject
    Entry entry;

    @Inject
    Decisions decisions;

    @Inject
    EventLog events;

    @Schema(name = "DecisionRequest")
    public record DecisionRequest(
            @NotNull @Schema(required = true) Decisions.Decision decision) {}

    @POST
    @Operation(
            operationId = "decideAction",
            summary = "Confirms or declines a proposal; the first outcome is the answer for ever")
    public ActionOutcome decide(
            @PathParam("id") String id,
            @PathParam("actionId") String actionId,
            @NotNull @Valid DecisionRequest request) {
        Conversations.Access access = entry.to(id);
        UUID action = Conversations.uuid(actionId).orElseThrow(() -> new ProblemException(ErrorCode.ACTION_NOT_FOUND));
        return decisions
                .decide(
                        access.conversationId(),
                        access.session(),
                        action,
                        request.decision(),
                        event -> events.append(access.conversationId(), event))
                .outcome();
    }
}
