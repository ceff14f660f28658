package io.attendant.chat;

import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.Assistant;
import io.attendant.assistant.AssistantConfig;
import io.attendant.assistant.TurnStoppedException;
import io.attendant.assistant.memory.MemoryStore;
import io.attendant.assistant.model.ModelFailure;
import io.attendant.assistant.model.Models;
import io.attendant.conversations.Conversations;
import io.attendant.conversations.EventLog;
import io.attendant.conversations.LeaseLostException;
import io.attendant.conversations.TurnLease;
import io.attendant.conversations.TurnLog;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs turns: each on a thread of its own, to its end, whether or not the client that asked is still there. */
@ApplicationScoped
public class TurnRunner {
    private static final long LEASE_POLL_MILLIS = 250;
    private static final long SHUTDOWN_SECONDS = 5;

    @Inject
    TurnLog turns;

    @Inject
    TurnLease leases;

    @Inject
    EventLog events;

    @Inject
    MemoryStore memory;

    @Inject
    Assistant assistant;

    @Inject
    TypedDecisions typedDecisions;

    @Inject
    TypedCodes typedCodes;

    @Inject
    AssistantConfig config;

    @Inject
    Models models;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<UUID, Running> running = new ConcurrentHashMap<>();

    private record Running(AnswerTurn turn, Instant deadline, CompletableFuture<Void> ended) {}

    /** A turn to follow: its events are those after {@code afterEventId}. */
    public record Followed(UUID conversationId, UUID turnId, long afterEventId) {}

    /**
     * Begins the turn of a message, or finds the one that its client message id began.
     *
     * @throws ProblemException {@link ErrorCode#TURN_IN_PROGRESS} while another turn is alive,
     *     {@link ErrorCode#CLIENT_MESSAGE_CONFLICT} if the id came with another text before
     */
    public Followed start(Conversations.Access access, TurnRequest request) {
        String text = TurnRequest.checkedText(request.text());
        Optional<String> clientMessageId = Optional.ofNullable(request.clientMessageId());
        Supplier<Optional<Followed>> known =
                () -> clientMessageId.flatMap(id -> joined(access.conversationId(), id, text));
        return known.get().orElseGet(() -> {
            Said said = said(access, request, text);
            var opening = new TurnLog.Opening(
                    said.text(), clientMessageId, Optional.ofNullable(request.replaces()), models.name());
            TurnLease.Holder holder = null;
            while (true) {
                Optional<TurnLog.Begun> begun = turns.begin(access.conversationId(), opening);
                if (begun.isPresent()) {
                    return run(said, begun.get());
                }
                // The same message may have been sent twice at once; then the other one's turn is this one's too.
                Optional<Followed> same = known.get();
                if (same.isPresent()) {
                    return same.get();
                }
                holder = waitForDeadHolder(access.conversationId(), holder);
            }
        });
    }

    private Optional<Followed> joined(UUID conversationId, String clientMessageId, String text) {
        return turns.sent(conversationId, clientMessageId).map(sent -> {
            if (!sent.text().equals(text) && !sent.text().equals(TypedCodes.masked(text))) {
                throw new ProblemException(ErrorCode.CLIENT_MESSAGE_CONFLICT);
            }
            return new Followed(conversationId, sent.turnId(), sent.afterEventId());
        });
    }

    /** A holder that renews its lease is alive; one that doesn't has died, and its lease runs out within seconds. */
    private TurnLease.Holder waitForDeadHolder(UUID conversationId, TurnLease.Holder before) {
        TurnLease.Holder now = leases.holder(conversationId);
        boolean alive = now.turnId() != null
                && (leases.runsHere(now.turnId())
                        || (before != null
                                && (!now.turnId().equals(before.turnId())
                                        || !now.until().equals(before.until()))));
        if (alive) {
            throw new ProblemException(ErrorCode.TURN_IN_PROGRESS);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(LEASE_POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.TURN_IN_PROGRESS);
        }
        return now;
    }

    /**
     * A message as it is kept and answered.
     *
     * @param access with the language of this message
     * @param text without the code
     * @param code what the conversation awaits, if the message holds it
     */
    private record Said(Conversations.Access access, String text, Optional<String> code, Assistant.OpenPage page) {}

    private Said said(Conversations.Access access, TurnRequest request, String text) {
        ShopperSession session = request.optionalLocale()
                .map(locale -> access.session().withLocale(locale))
                .orElse(access.session());
        Optional<String> code = typedCodes.in(access, text);
        return new Said(
                new Conversations.Access(
                        access.conversationId(), assistant.inTheShoppersLanguage(session), access.boundTo()),
                code.isPresent() ? TypedCodes.masked(text) : text,
                code,
                request.openPage());
    }

    private Followed run(Said said, TurnLog.Begun begun) {
        TurnLease.Held lease = begun.lease();
        leases.hold(lease);
        Thread.ofVirtual().name("turn-" + lease.turnId()).start(() -> answer(lease, said));
        return new Followed(lease.conversationId(), lease.turnId(), begun.afterEventId());
    }

    private void answer(TurnLease.Held lease, Said said) {
        AnswerTurn turn = null;
        try {
            turn = new AnswerTurn(
                    lease.conversationId(),
                    lease.turnId(),
                    said.access().session(),
                    memory.history(lease.conversationId()),
                    event -> events.append(lease, event));
            running.put(
                    lease.turnId(),
                    new Running(turn, clock.instant().plus(config.turnDeadline()), new CompletableFuture<>()));
            answer(turn, said);
            complete(lease, turn);
        } catch (LeaseLostException e) {
            Log.warnf("turn lost its lease: conversationId=%s turnId=%s", lease.conversationId(), lease.turnId());
        } catch (RuntimeException e) {
            fail(lease, turn, e);
        } finally {
            leases.forget(lease);
            Optional.ofNullable(running.remove(lease.turnId()))
                    .ifPresent(done -> done.ended().complete(null));
        }
    }

    /** What the server can decide by the shopper's own words never reaches a model. */
    private void answer(AnswerTurn turn, Said said) {
        if (said.code().isPresent()) {
            typedCodes.answer(turn, said.access(), said.text(), said.code().get());
        } else if (!typedDecisions.answer(turn, said.text())) {
            assistant.answer(turn, said.text(), said.page());
        }
    }

    private void complete(TurnLease.Held lease, AnswerTurn turn) {
        QuarkusTransaction.requiringNew().run(() -> {
            turns.complete(lease, turn.said(), turn.degraded(), turn.usage());
            memory.add(lease.turnId(), turn.memory().added());
        });
    }

    private void fail(TurnLease.Held lease, AnswerTurn turn, RuntimeException cause) {
        ErrorCode code;
        if (cause instanceof TurnStoppedException && turn != null) {
            code = turn.stopped().orElse(ErrorCode.TURN_INTERRUPTED);
        } else if (cause instanceof ModelFailure) {
            code = ErrorCode.MODEL_UNAVAILABLE;
        } else {
            code = ErrorCode.INTERNAL_ERROR;
            Log.errorf(cause, "turn failed: conversationId=%s turnId=%s", lease.conversationId(), lease.turnId());
        }
        try {
            turns.fail(lease, code, true, turn == null ? TurnLog.NOTHING_USED : turn.usage());
        } catch (RuntimeException e) {
            // Nothing more can be done here: the lease runs out, and the next message closes the turn.
            Log.errorf(
                    e,
                    "turn's end could not be stored: conversationId=%s turnId=%s",
                    lease.conversationId(),
                    lease.turnId());
        }
    }

    /**
     * Ends a running turn at the shopper's wish. A turn that has ended stays as it is.
     *
     * @throws ProblemException {@link ErrorCode#TURN_NOT_FOUND} if it is no turn of this conversation
     */
    public void stop(UUID conversationId, UUID turnId) {
        if (!turns.knows(conversationId, turnId)) {
            throw new ProblemException(ErrorCode.TURN_NOT_FOUND);
        }
        Running here = running.get(turnId);
        if (here != null) {
            here.turn().stop(ErrorCode.TURN_STOPPED);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void enforceDeadlines() {
        Instant now = clock.instant();
        running.values().stream()
                .filter(turn -> turn.deadline().isBefore(now))
                .forEach(turn -> turn.turn().stop(ErrorCode.TURN_TIMEOUT));
    }

    /** Turns that run are ended as interrupted, and given a moment to write that down. */
    void onShutdown(@Observes ShutdownEvent event) {
        CompletableFuture<?>[] ends = running.values().stream()
                .map(turn -> {
                    turn.turn().stop(ErrorCode.TURN_INTERRUPTED);
                    return turn.ended();
                })
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            Log.warnf("turns were still running at shutdown: running=%d", running.size());
        }
    }
}
