package io.attendant.chat;

import io.attendant.conversations.Conversations;
import io.attendant.conversations.Feedback;
import io.attendant.conversations.Satisfaction;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Ids;
import io.attendant.shared.ProblemException;
import io.attendant.shared.Redaction;
import io.attendant.shared.StorableText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the shopper thinks of the answers, and whether they were helped. */
@Path("/api/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "conversations")
public class FeedbackResource {
    private static final int MAX_COMMENT = 1_000;

    @Inject
    Entry entry;

    @Inject
    Satisfaction satisfaction;

    /**
     * @param messageId an answer of the assistant or of a person; without it the rating is of the whole conversation
     * @param comment why; kept without card numbers and other secrets
     */
    @Schema(name = "FeedbackRequest")
    public record FeedbackRequest(
            UUID messageId,
            @NotNull @Schema(required = true) Feedback.Rating rating,
            @Size(max = MAX_COMMENT) String comment) {}

    /** @param resolved whether the shopper was helped; what they say last counts */
    @Schema(name = "ResolutionRequest")
    public record ResolutionRequest(
            @NotNull @Schema(required = true) Boolean resolved) {}

    @POST
    @Path("/feedback")
    @Operation(
            operationId = "giveFeedback",
            summary = "One rating a message and one for the whole conversation; given again, it replaces the last")
    public void rate(@PathParam("id") String id, @NotNull @Valid FeedbackRequest request) {
        Conversations.Access access = entry.to(id);
        satisfaction.rate(
                access.conversationId(),
                Optional.ofNullable(request.messageId()),
                request.rating(),
                kept(Optional.ofNullable(request.comment())));
    }

    @POST
    @Path("/resolution")
    @Operation(operationId = "confirmResolution", summary = "The shopper's own word on whether it is solved")
    public void resolve(@PathParam("id") String id, @NotNull @Valid ResolutionRequest request) {
        satisfaction.resolve(entry.to(id).conversationId(), request.resolved());
    }

    private static Optional<String> kept(Optional<String> comment) {
        return comment.map(text -> {
                    if (!Ids.isStorable(text)) {
                        throw new ProblemException(ErrorCode.INVALID_TEXT);
                    }
                    // What stands for a secret can be longer than the secret.
                    return StorableText.of(Redaction.of(text), MAX_COMMENT).strip();
                })
                .filter(text -> !text.isBlank());
    }
}
