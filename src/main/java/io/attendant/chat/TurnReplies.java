package io.attendant.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.conversations.Conversations;
import io.attendant.conversations.LoggedEvent;
import io.attendant.shared.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Turns as one answer, for clients that don't stream. */
@ApplicationScoped
public class TurnReplies {
    @Inject
    TurnRunner turns;

    @Inject
    EventStreams streams;

    /** @param reply the answer, or an honest sentence if there is none */
    @Schema(
            name = "TurnReply",
            requiredProperties = {"reply", "events"})
    public record TurnReply(String reply, List<EventStreams.EventView> events) {}

    /** Runs the turn, or joins it, and waits for its end. */
    TurnReply answer(Conversations.Access access, TurnRequest request) {
        List<LoggedEvent> events = streams.await(turns.start(access, request));
        LoggedEvent end = events.getLast();
        JsonNode data = Json.read(end.data, JsonNode.class);
        return new TurnReply(
                data.path(end.type.equals("turn.completed") ? "text" : "message")
                        .asText(),
                events.stream().map(EventStreams.EventView::of).toList());
    }
}
