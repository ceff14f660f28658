package io.attendant.chat;

import io.attendant.conversations.Conversations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The simplest integration: one question, one answer. */
@Path("/api/chat")
@RunOnVirtualThread
@Tag(name = "chat")
public class ChatResource {
    @Inject
    Entry entry;

    @Inject
    TurnReplies replies;

    /** @param conversationId absent for a new conversation; an existing one needs its token or its shopper's bearer */
    @Schema(name = "ChatRequest")
    public record ChatRequest(
            @Schema(required = true, minLength = 1, maxLength = TurnRequest.MAX_TEXT)
            String message,

            UUID conversationId) {}

    /** @param token opens the conversation again; absent if it was entered without */
    @Schema(
            name = "ChatReply",
            requiredProperties = {"conversationId", "reply"})
    public record ChatReply(UUID conversationId, String token, String reply) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "chat")
    public ChatReply chat(@NotNull @Valid ChatRequest request) {
        // Before a conversation is opened for it.
        String message = TurnRequest.checkedText(request.message());
        String token;
        Conversations.Access access;
        if (request.conversationId() == null) {
            Conversations.Opened opened = entry.open(Optional.empty());
            token = opened.token();
            access = entry.toNew(opened);
        } else {
            token = entry.token().orElse(null);
            access = entry.to(request.conversationId().toString());
        }
        TurnReplies.TurnReply reply = replies.answer(access, new TurnRequest(message, null, null, null, null));
        return new ChatReply(access.conversationId(), token, reply.reply());
    }
}
