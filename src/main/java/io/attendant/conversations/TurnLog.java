package io.attendant.conversations;

import io.attendant.identity.RowSecurity;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the beginning and the end of turns, each in one transaction with its messages, its events and the lease. */
@ApplicationScoped
public class TurnLog {
    @Inject
    EntityManager db;

    @Inject
    Clock clock;

    @Inject
    TurnLease leases;

    @Inject
    EventLog events;

    @Inject
    RowSecurity rows;

    @Inject
    Event<TurnsReplaced> replaced;

    /**
     * A shopper's message.
     *
     * @param replaces the earlier message that this one takes the place of
     * @param model the name of the model that will answer
     */
    public record Opening(String text, Optional<String> clientMessageId, Optional<UUID> replaces, String model) {}

    /**
     * What a turn took.
     *
     * @param degraded the local assistant went on in the model's place
     * @param stuck the shopper got nowhere with it
     * @param calls to models, in order
     * @param toolCalls how many tools were called, the refused ones too
     */
    public record Work(boolean degraded, boolean stuck, List<ModelCall> calls, int toolCalls) {
        /** Of a turn that ended before it began to work. */
        public static final Work NONE = new Work(false, true, List.of(), 0);

        ChatEvent.Usage usage() {
            return ModelCall.sum(calls, toolCalls);
        }
    }

    /** Turns were put out of view, with all that was shown in them; fired in the transaction that did it. */
    public record TurnsReplaced(UUID conversationId) {}

    /** A turn that has begun; its own events follow {@code afterEventId}. */
    public record Begun(TurnLease.Held lease, long afterEventId) {}

    /** A message that came with this id before, and the turn it began. */
    public record Sent(UUID turnId, long afterEventId, String text) {}

    /** The turn of the message that a client gave this id. */
    @Transactional
    public Optional<Sent> sent(UUID conversationId, String clientMessageId) {
        rows.conversation(conversationId);
        return Turn.byClientMessageId(conversationId, clientMessageId)
                .map(turn -> new Sent(
                        turn.id,
                        turn.firstEventId - 1,
                        Message.ofTurn(turn.id, Author.shopper).orElseThrow().text));
    }

    /** What the shopper said last before this turn. */
    @Transactional
    public Optional<String> saidBefore(UUID conversationId, UUID turnId) {
        rows.conversation(conversationId);
        return Message.inView(conversationId).stream()
                .filter(message -> message.author == Author.shopper && !turnId.equals(message.turnId))
                .reduce((first, last) -> last)
                .map(message -> message.text);
    }

    /** Whether it is a turn of this conversation. */
    @Transactional
    public boolean knows(UUID conversationId, UUID turnId) {
        rows.conversation(conversationId);
        return Turn.byId(turnId)
                .filter(turn -> turn.conversationId.equals(conversationId))
                .isPresent();
    }

    /** How many turns up to now got nowhere, in a row; at most {@code most} are looked at. */
    @Transactional
    public int stuckInARow(UUID conversationId, int most) {
        rows.conversation(conversationId);
        return (int) Turn.lastEnded(conversationId, most).stream()
                .takeWhile(turn -> turn.stuck)
                .count();
    }

    /** Asks whichever replica runs the turn to stop it. */
    @Transactional
    public void requestStop(UUID conversationId, UUID turnId) {
        rows.conversation(conversationId);
        Turn.requestStop(turnId);
    }

    /** Those of the turns that somebody wants stopped. */
    @Transactional
    public List<UUID> toStop(Collection<UUID> turnIds) {
        rows.staff();
        return Turn.toStop(turnIds);
    }

    /**
     * Begins a turn: the shopper's message is stored and the conversation held.
     *
     * @return empty if another turn holds the conversation; nothing is written then
     * @throws ProblemException {@link ErrorCode#MESSAGE_NOT_FOUND} if {@code replaces} is not a shopper's message of this
     *     conversation
     */
    @Transactional
    public Optional<Begun> begin(UUID conversationId, Opening opening) {
        rows.conversation(conversationId);
        UUID turnId = UUID.randomUUID();
        Optional<TurnLease.Taken> taken = leases.take(conversationId, turnId);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        TurnLease.Held lease = taken.get().lease();
        taken.get().deadTurn().flatMap(Turn::byId).ifPresent(this::closeDead);
        opening.replaces().ifPresent(message -> replace(conversationId, message));

        Turn turn = new Turn();
        turn.id = turnId;
        turn.conversationId = conversationId;
        turn.fence = lease.fence();
        turn.clientMessageId = opening.clientMessageId().orElse(null);
        turn.status = Turn.Status.running;
        turn.model = opening.model();
        turn.cost = BigDecimal.ZERO;
        turn.startedAt = clock.instant();
        turn.persist();
        Message message = say(conversationId, turnId, Author.shopper, opening.text());
        LoggedEvent said = events.append(
                conversationId, null, new ChatEvent.MessageCreated(message.id, Author.shopper, opening.text()));
        turn.firstEventId =
                events.append(conversationId, turnId, new ChatEvent.TurnStarted(turnId, opening.model())).id;
        return Optional.of(new Begun(lease, said.id));
    }

    /** Closes the turn that a dead process left behind in the conversation, for whoever waits for its end. */
    @Transactional
    public void closeIfDead(UUID conversationId) {
        rows.conversation(conversationId);
        leases.takeFromDead(conversationId).flatMap(Turn::byId).ifPresent(this::closeDead);
    }

    private void closeDead(Turn dead) {
        end(dead, Turn.Status.failed, ErrorCode.TURN_INTERRUPTED);
        events.append(dead.conversationId, dead.id, ChatEvent.TurnFailed.of(ErrorCode.TURN_INTERRUPTED, true));
        // The index that allows one running turn must see this before the next one's row.
        db.flush();
    }

    private void replace(UUID conversationId, UUID messageId) {
        Turn first = Message.ofConversation(conversationId, messageId)
                .filter(message -> message.author == Author.shopper && message.turnId != null)
                .flatMap(message -> Turn.byId(message.turnId))
                .orElseThrow(() -> new ProblemException(ErrorCode.MESSAGE_NOT_FOUND));
        Turn.replaceFrom(conversationId, first.fence);
        replaced.fire(new TurnsReplaced(conversationId));
    }

    /** @throws LeaseLostException if the turn no longer holds the conversation; nothing is written */
    @Transactional
    public void complete(TurnLease.Held lease, String text, Work work) {
        rows.conversation(lease.conversationId());
        leases.release(lease);
        Turn turn = Turn.byId(lease.turnId()).orElseThrow();
        end(turn, Turn.Status.completed, null);
        count(turn, work);
        Message answer = say(lease.conversationId(), lease.turnId(), Author.assistant, text);
        events.append(
                lease.conversationId(),
                lease.turnId(),
                new ChatEvent.TurnCompleted(answer.id, text, work.degraded(), work.usage()));
        events.append(lease.conversationId(), null, new ChatEvent.MessageCreated(answer.id, Author.assistant, text));
    }

    /**
     * Ends a turn without an answer; what it said so far stays in its events.
     *
     * @throws LeaseLostException if the turn no longer holds the conversation; nothing is written
     */
    @Transactional
    public void fail(TurnLease.Held lease, ErrorCode code, boolean retryable, Work work) {
        rows.conversation(lease.conversationId());
        leases.release(lease);
        Turn turn = Turn.byId(lease.turnId()).orElseThrow();
        end(turn, Turn.Status.failed, code);
        count(turn, work);
        events.append(lease.conversationId(), lease.turnId(), ChatEvent.TurnFailed.of(code, retryable));
    }

    private void end(Turn turn, Turn.Status status, ErrorCode code) {
        turn.status = status;
        turn.failureCode = code == null ? null : code.code();
        turn.finishedAt = clock.instant();
    }

    private static void count(Turn turn, Work work) {
        ChatEvent.Usage usage = work.usage();
        turn.degraded = work.degraded();
        turn.stuck = turn.status == Turn.Status.failed || work.stuck();
        turn.inputTokens = usage.inputTokens();
        turn.outputTokens = usage.outputTokens();
        turn.modelCalls = usage.modelCalls();
        turn.toolCalls = usage.toolCalls();
        turn.cost = usage.cost();
        for (int i = 0; i < work.calls().size(); i++) {
            ModelCallRow.of(turn.id, i, work.calls().get(i)).persist();
        }
    }

    private Message say(UUID conversationId, UUID turnId, Author author, String text) {
        Message message = new Message();
        message.id = UUID.randomUUID();
        message.conversationId = conversationId;
        message.position = (Integer) db.createNativeQuery(
                        "UPDATE conversations SET last_message = last_message + 1 WHERE id = :id RETURNING last_message",
                        Integer.class)
                .setParameter("id", conversationId)
                .getSingleResult();
        message.turnId = turnId;
        message.author = author;
        message.text = text;
        message.at = clock.instant();
        message.persist();
        return message;
    }
}
