package io.attendant.assistant.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.conversations.ChatEvent;
import io.attendant.shared.Json;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An event of a turn as the shopper's client got it. */
@RegisterForReflection
public record RecordedEvent(String type, JsonNode data) {
    public RecordedEvent {
        Objects.requireNonNull(type);
        Objects.requireNonNull(data);
    }

    /** What tools, and decisions of the server's own, let the shopper see. */
    private static final Map<String, Class<? extends ChatEvent>> FROM_OUTSIDE = Map.of(
            "citation", ChatEvent.Citation.class,
            "card", ChatEvent.Card.class,
            "choices", ChatEvent.Choices.class,
            "action.proposed", ChatEvent.ActionProposed.class,
            "action.executed", ChatEvent.ActionExecuted.class,
            "action.declined", ChatEvent.ActionDeclined.class,
            "action.failed", ChatEvent.ActionFailed.class,
            "verification.required", ChatEvent.VerificationRequired.class,
            "handoff.created", ChatEvent.HandoffCreated.class);

    static RecordedEvent of(ChatEvent event) {
        return new RecordedEvent(event.type(), Json.read(Json.write(event), JsonNode.class));
    }

    /** The event, to be sent again; empty for one that no tool sends. */
    Optional<ChatEvent> event() {
        return Optional.ofNullable(FROM_OUTSIDE.get(type)).map(event -> Json.read(data.toString(), event));
    }

    boolean isSame(RecordedEvent other) {
        return Fingerprints.canonical(this).equals(Fingerprints.canonical(other));
    }
}
