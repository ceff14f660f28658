package io.attendant.actions;

import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.Turn;
import io.attendant.conversations.TurnLog;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.RowSecurity;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Puts proposals before shoppers; a conversation has at most one that is open. */
@ApplicationScoped
public class Proposals {
    @Inject
    RowSecurity rows;

    @Inject
    Clock clock;

    @Inject
    ActionsConfig config;

    /** @param code why it failed or expired */
    @Schema(
            name = "ActionState",
            requiredProperties = {"actionId", "status"})
    public record State(UUID actionId, ActionStatus status, String code) {}

    /** A proposal and what became of it, for whoever has to speak about it. */
    public record Told(String kind, Optional<String> orderId, ActionStatus status, Optional<String> code) {}

    /**
     * Stores the proposal and shows it as a card, in the caller's transaction. It takes the place of one of an earlier turn.
     *
     * @throws ProblemException {@link ErrorCode#ACTION_PENDING} after another proposal of the same turn, which would go unseen
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ChatEvent.ActionProposed propose(TurnScope turn, ActionDraft draft) {
        rows.conversation(turn.conversationId());
        // Times are stored to the microsecond; what is hashed must read the same later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PendingAction.lockUndecided(turn.conversationId()).ifPresent(open -> {
            if (open.turnId.equals(turn.turnId())) {
                throw new ProblemException(ErrorCode.ACTION_PENDING);
            }
            ErrorCode why = open.isOver(now) ? ErrorCode.ACTION_EXPIRED : ErrorCode.ACTION_REPLACED;
            open.decide(ActionOutcome.of(ActionStatus.expired, why), now);
            // The index that allows one open proposal must see this before the next one's row.
            PendingAction.flush();
        });
        PendingAction action = new PendingAction();
        action.id = UUID.randomUUID();
        action.conversationId = turn.conversationId();
        action.turnId = turn.turnId();
        action.customerId = draft.customerId();
        action.kind = draft.kind();
        action.orderId = draft.target().map(ActionDraft.Target::orderId).orElse(null);
        action.orderVersion = draft.target().map(ActionDraft.Target::version).orElse(null);
        action.parameters = Json.write(draft.parameters());
        action.effects = Json.write(draft.effects());
        action.summary = draft.summary();
        action.lines = Json.write(draft.lines());
        action.status = ActionStatus.pending;
        action.createdAt = now;
        action.expiresAt = now.plus(config.expiry());
        action.sign();
        action.persist();
        ChatEvent.ActionProposed shown = action.proposed();
        turn.emit(shown);
        return shown;
    }

    /** A card that was edited away must not be confirmed unseen. */
    void onReplaced(@Observes TurnLog.TurnsReplaced event) {
        // One that is being decided at this moment was seen; and its decider waits for the conversation we hold.
        PendingAction.lockUnlessBusy(event.conversationId())
                .filter(action -> Turn.isReplaced(action.turnId))
                .ifPresent(action -> action.decide(
                        ActionOutcome.of(ActionStatus.expired, ErrorCode.ACTION_REPLACED), clock.instant()));
    }

    /** The proposal that waits for the shopper's decision. */
    @Transactional
    public Optional<ChatEvent.ActionProposed> open(UUID conversationId) {
        rows.conversation(conversationId);
        Instant now = clock.instant();
        return PendingAction.undecided(conversationId)
                .filter(action -> !action.isOver(now))
                .map(PendingAction::proposed);
    }

    /** What became of all proposals, oldest first. */
    @Transactional
    public List<State> states(UUID conversationId) {
        rows.conversation(conversationId);
        Instant now = clock.instant();
        return PendingAction.ofConversation(conversationId).stream()
                .map(action -> {
                    ActionOutcome outcome = action.outcome(now);
                    return new State(action.id, outcome.status(), outcome.code());
                })
                .toList();
    }

    /** The last {@code limit} proposals, oldest first. */
    @Transactional
    public List<Told> latest(UUID conversationId, int limit) {
        rows.conversation(conversationId);
        Instant now = clock.instant();
        return PendingAction.latest(conversationId, limit).reversed().stream()
                .map(action -> {
                    ActionOutcome outcome = action.outcome(now);
                    return new Told(
                            action.kind,
                            Optional.ofNullable(action.orderId),
                            outcome.status(),
                            Optional.ofNullable(outcome.code()));
                })
                .toList();
    }
}
