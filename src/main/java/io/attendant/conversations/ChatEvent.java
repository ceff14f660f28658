package io.attendant.conversations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.attendant.shared.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happens in a conversation; each record is the data of one event on the wire, under its {@link #type}. */
@RegisterForReflection
public sealed interface ChatEvent {
    /** The event's name on the wire. */
    @JsonIgnore
    String type();

    record TurnStarted(UUID turnId, String model) implements ChatEvent {
        @Override
        public String type() {
            return "turn.started";
        }
    }

    /** A finished part of the answer; all of them joined are the answer. */
    record TextDelta(String text) implements ChatEvent {
        @Override
        public String type() {
            return "text.delta";
        }
    }

    record ToolStarted(String callId, String tool) implements ChatEvent {
        @Override
        public String type() {
            return "tool.started";
        }
    }

    /** @param code why it was refused or failed; absent when {@code ok} */
    record ToolFinished(String callId, String tool, boolean ok, String code) implements ChatEvent {
        @Override
        public String type() {
            return "tool.finished";
        }
    }

    record Citation(String articleId, String title, String url) implements ChatEvent {
        @Override
        public String type() {
            return "citation";
        }
    }

    /** @param kind {@code order}, {@code orders}, {@code product}, {@code products} or {@code comparison} */
    record Card(String kind, Object data) implements ChatEvent {
        @Override
        public String type() {
            return "card";
        }
    }

    record Choices(List<Choice> options) implements ChatEvent {
        @Override
        public String type() {
            return "choices";
        }
    }

    /** @param text what the shopper says by choosing it */
    @Schema(requiredProperties = {"label", "text"})
    record Choice(String label, String text) {}

    /**
     * Something that happens only if the shopper confirms it.
     *
     * @param kind the tool's name
     * @param orderId absent if it is about no order
     * @param summary what it is, in the shopper's language
     * @param lines the details, with every amount
     * @param expiresAt from then on it can't be confirmed any more
     */
    @Schema(requiredProperties = {"actionId", "kind", "summary", "lines", "expiresAt"})
    record ActionProposed(
            UUID actionId, String kind, String orderId, String summary, List<Line> lines, Instant expiresAt)
            implements ChatEvent {
        @Override
        public String type() {
            return "action.proposed";
        }
    }

    /** A line of a card. */
    @Schema(requiredProperties = {"label", "value"})
    record Line(String label, String value) {}

    /** @param order the order afterwards; absent if it is about no order */
    record ActionExecuted(UUID actionId, String kind, String orderId, Object order) implements ChatEvent {
        @Override
        public String type() {
            return "action.executed";
        }
    }

    record ActionDeclined(UUID actionId, String kind, String orderId) implements ChatEvent {
        @Override
        public String type() {
            return "action.declined";
        }
    }

    /** @param code the rule that forbids it by now, or {@code action_expired} */
    record ActionFailed(UUID actionId, String kind, String orderId, String code) implements ChatEvent {
        @Override
        public String type() {
            return "action.failed";
        }
    }

    record VerificationRequired(String reason) implements ChatEvent {
        @Override
        public String type() {
            return "verification.required";
        }
    }

    record HandoffCreated(UUID ticketId) implements ChatEvent {
        @Override
        public String type() {
            return "handoff.created";
        }
    }

    record TurnCompleted(UUID messageId, String text, boolean degraded, Usage usage) implements ChatEvent {
        @Override
        public String type() {
            return "turn.completed";
        }
    }

    /** @param message an honest English sentence; clients translate by code */
    @Schema(requiredProperties = {"code", "message", "retryable"})
    record TurnFailed(String code, String message, boolean retryable) implements ChatEvent {
        public static TurnFailed of(ErrorCode code, boolean retryable) {
            return new TurnFailed(code.code(), code.message(), retryable);
        }

        @Override
        public String type() {
            return "turn.failed";
        }
    }

    record MessageCreated(UUID messageId, Author from, String text) implements ChatEvent {
        @Override
        public String type() {
            return "message.created";
        }
    }

    /** @param position the place in the queue, from 1; absent when it doesn't wait */
    record TicketUpdated(UUID ticketId, String state, Integer position) implements ChatEvent {
        @Override
        public String type() {
            return "ticket.updated";
        }
    }

    /** @param cost in the currency of the price table */
    record Usage(long inputTokens, long outputTokens, int modelCalls, int toolCalls, BigDecimal cost) {}
}
