package io.attendant.actions;

import io.attendant.conversations.ChatEvent;
import io.attendant.identity.RowSecurity;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Carries out what shoppers decide. The first decision is the only one: everything it does, its record and its answer are
 * written in one transaction under the action's row lock, and whoever comes later gets that answer.
 */
@ApplicationScoped
public class Decisions {
    @Inject
    RowSecurity rows;

    @Inject
    Clock clock;

    @Inject
    @All
    List<ActionHandler> handlers;

    @Inject
    Event<ActionDecided> decided;

    @Inject
    MeterRegistry metrics;

    /** A shopper's word on a proposal. */
    public enum Decision {
        confirm,
        decline
    }

    /** What a decision came to. */
    public record Decided(UUID actionId, String kind, Optional<String> orderId, ActionOutcome outcome) {}

    /**
     * Decides on an action.
     *
     * @param session who decides; its level is tested now, whatever it was when the action was proposed
     * @param emit where the event goes, in this transaction
     * @throws ProblemException {@link ErrorCode#ACTION_NOT_FOUND} if the conversation has no such action of this shopper,
     *     {@link ErrorCode#VERIFICATION_REQUIRED} for a confirmation below level {@code customer}; nothing is decided then
     */
    @Transactional
    public Decided decide(
            UUID conversationId, ShopperSession session, UUID actionId, Decision decision, Consumer<ChatEvent> emit) {
        rows.conversation(conversationId);
        PendingAction action = PendingAction.lock(conversationId, actionId)
                .orElseThrow(() -> new ProblemException(ErrorCode.ACTION_NOT_FOUND));
        return decide(action, session, decision, emit);
    }

    /**
     * Decides on the conversation's open proposal, or on one whose time is up since nobody decided.
     *
     * @return empty if there is none
     */
    @Transactional
    public Optional<Decided> decideOpen(
            UUID conversationId, ShopperSession session, Decision decision, Consumer<ChatEvent> emit) {
        rows.conversation(conversationId);
        return PendingAction.lockUndecided(conversationId).map(action -> decide(action, session, decision, emit));
    }

    private Decided decide(PendingAction action, ShopperSession session, Decision decision, Consumer<ChatEvent> emit) {
        if (session.customerId().isPresent() && !session.customerId().get().equals(action.customerId)) {
            throw new ProblemException(ErrorCode.ACTION_NOT_FOUND);
        }
        if (action.status == ActionStatus.pending) {
            Instant now = clock.instant();
            ActionOutcome outcome = action.isOver(now)
                    ? ActionOutcome.of(ActionStatus.expired, ErrorCode.ACTION_EXPIRED)
                    : switch (decision) {
                        case decline -> ActionOutcome.of(ActionStatus.declined);
                        case confirm -> execute(action, session);
                    };
            action.decide(outcome, now);
            emit.accept(event(action, outcome));
            decided.fire(new ActionDecided(
                    action.conversationId,
                    action.id,
                    action.kind,
                    Optional.ofNullable(action.orderId),
                    action.customerId,
                    outcome.status(),
                    Optional.ofNullable(outcome.code()),
                    action.contentHash,
                    session.customerId().map(customer -> session.verifiedUntil().isPresent()),
                    now));
        }
        return new Decided(
                action.id, action.kind, Optional.ofNullable(action.orderId), action.outcome(clock.instant()));
    }

    private ActionOutcome execute(PendingAction action, ShopperSession session) {
        rows.customer(session.requireCustomer());
        ActionHandler.Plan plan;
        try {
            plan = handler(action.kind).plan(action.kind, action.parameters, action.customerId);
        } catch (ProblemException e) {
            return ActionOutcome.of(ActionStatus.failed, e.code());
        }
        if (!action.showed(Json.write(plan.effects()))) {
            return ActionOutcome.of(ActionStatus.failed, ErrorCode.ORDER_CHANGED);
        }
        return new ActionOutcome(
                ActionStatus.executed, null, plan.apply().map(Json::tree).orElse(null));
    }

    private ActionHandler handler(String kind) {
        return handlers.stream()
                .filter(handler -> handler.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody handles actions of kind " + kind));
    }

    private static ChatEvent event(PendingAction action, ActionOutcome outcome) {
        return switch (outcome.status()) {
            case executed -> new ChatEvent.ActionExecuted(action.id, action.kind, action.orderId, outcome.order());
            case declined -> new ChatEvent.ActionDeclined(action.id, action.kind, action.orderId);
            case failed, expired -> new ChatEvent.ActionFailed(action.id, action.kind, action.orderId, outcome.code());
            case pending -> throw new IllegalStateException("a decision leaves nothing pending");
        };
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ActionDecided event) {
        metrics.counter(
                        "attendant.actions",
                        "kind",
                        event.kind(),
                        "outcome",
                        event.code().orElse(event.status().name()))
                .increment();
    }
}
