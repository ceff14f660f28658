package io.attendant.chat;

import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.Assistant;
import io.attendant.assistant.AssistantConfig;
import io.attendant.assistant.Deadline;
import io.attendant.assistant.OpenPage;
import io.attendant.assistant.TurnBriefs;
import io.attendant.assistant.budget.Budget;
import io.attendant.assistant.memory.History;
import io.attendant.assistant.memory.MemoryStore;
import io.attendant.assistant.model.ModelCalls;
import io.attendant.assistant.model.Models;
import io.attendant.assistant.replay.Recorder;
import io.attendant.assistant.replay.Recordings;
import io.attendant.conversations.Conversations;
import io.attendant.conversations.EventLog;
import io.attendant.conversations.LeaseLostException;
import io.attendant.conversations.TurnLease;
import io.attendant.conversations.TurnLog;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.attendant.shared.Redaction;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    /** Near a limit of the budget this part of the window is shown. */
    private static final int THRIFT = 4;

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
    ModelCalls calls;

    @Inject
    Budget budget;

    @Inject
    TurnBriefs briefs;

    @Inject
    Recordings recordings;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<UUID, Running> running = new ConcurrentHashMap<>();

    private record Running(AnswerTurn turn, CompletableFuture<Void> ended) {}

    /** A turn to follow: its events are those after {@code afterEventId}. */
    public record Followed(UUID conversationId, UUID turnId, long afterEventId) {}

    /**
     * Begins the turn of a message, or finds the one that its client message id began.
     *
     * @throws ProblemException {@link ErrorCode#TURN_IN_PROGRESS} while another turn is alive,
     *     {@link ErrorCode#CLIENT_MESSAGE_CONFLICT} if the id came with another text before
     */
    public Followed start(Conversations.Access access, TurnRequest request) {
        // The one door of what shoppers say: nothing behind it sees more.
        String text = Redaction.of(TurnRequest.checkedText(request.text()));
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
    private record Said(Conversations.Access access, String text, Optional<String> code, OpenPage page) {}

    private Said said(Conversations.Access access, TurnRequest request, String text) {
        ShopperSession session = request.optionalLocale()
                .map(locale -> access.session().withLocale(locale))
                .orElse(access.session());
        Optional<String> code = typedCodes.in(access, text);
        return new Said(
                new Conversations.Access(
                        access.conversationId(), briefs.inTheShoppersLanguage(session), access.boundTo()),
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
        Recorder recorder = null;
        try {
            recorder = begin(lease, said);
            AnswerTurn turn = recorder.turn();
            running.put(lease.turnId(), new Running(turn, new CompletableFuture<>()));
            assistant.answer(turn, () -> ownReply(turn, said));
            recorder.answered();
            complete(lease, recorder);
        } catch (LeaseLostException e) {
            Log.warnf("turn lost its lease: conversationId=%s turnId=%s", lease.conversationId(), lease.turnId());
        } catch (RuntimeException e) {
            fail(lease, Optional.ofNullable(recorder), e);
        } finally {
            leases.forget(lease);
            Optional.ofNullable(running.remove(lease.turnId()))
                    .ifPresent(done -> done.ended().complete(null));
        }
    }

    private Recorder begin(TurnLease.Held lease, Said said) {
        Deadline deadline = Deadline.in(config.turnDeadline(), clock);
        UUID conversationId = lease.conversationId();
        ShopperSession session = said.access().session();
        Budget.Allowance allowance = budget.of(conversationId, session);
        // What is sent again with every call is what costs.
        History history = memory.history(
                conversationId, allowance.isNear() ? config.windowTokens() / THRIFT : config.windowTokens());
        return new Recorder(
                new AnswerTurn.Opening(
                        conversationId,
                        lease.turnId(),
                        session,
                        said.text(),
                        briefs.of(conversationId, session.locale(), said.page(), history.earlier())),
                history,
                new AnswerTurn.Limits(
                        deadline,
                        config.callDeadline(),
                        config.failOverReserve(),
                        config.maxToolCalls(),
                        config.maxToolRounds()),
                calls.within(allowance),
                event -> events.append(lease, event),
                clock.instant());
    }

    /** What the server can decide by the shopper's own words. */
    private Optional<String> ownReply(AnswerTurn turn, Said said) {
        return said.code()
                .map(code -> typedCodes.answer(turn, said.access(), code))
                .or(() -> typedDecisions.answer(turn));
    }

    private void complete(TurnLease.Held lease, Recorder recorder) {
        AnswerTurn turn = recorder.turn();
        QuarkusTransaction.requiringNew().run(() -> {
            turns.complete(lease, turn.said(), work(turn));
            memory.add(lease.turnId(), turn.memory().added());
            recordings.add(recorder, true);
        });
    }

    private static TurnLog.Work work(AnswerTurn turn) {
        return new TurnLog.Work(turn.degraded(), turn.stuck(), turn.modelCalls(), turn.toolCalls());
    }

    /** @param recorder empty if the turn failed before it began to work */
    private void fail(TurnLease.Held lease, Optional<Recorder> recorder, RuntimeException cause) {
        Optional<AnswerTurn> turn = recorder.map(Recorder::turn);
        ErrorCode code = turn.map(begun -> begun.failure(cause)).orElse(ErrorCode.INTERNAL_ERROR);
        if (code == ErrorCode.INTERNAL_ERROR) {
            Log.errorf(cause, "turn failed: conversationId=%s turnId=%s", lease.conversationId(), lease.turnId());
        }
        try {
            if (code != ErrorCode.TURN_STOPPED) {
                turn.ifPresent(assistant::fail);
            }
            QuarkusTransaction.requiringNew().run(() -> {
                turns.fail(lease, code, true, turn.map(TurnRunner::work).orElse(TurnLog.Work.NONE));
                recorder.ifPresent(record -> recordings.add(record, false));
            });
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
        } else {
            turns.requestStop(conversationId, turnId);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        running.values().stream()
                .map(Running::turn)
                .filter(AnswerTurn::isOverdue)
                .forEach(turn -> turn.stop(ErrorCode.TURN_TIMEOUT));
        // A copy: turns end while the query is being made.
        Set<UUID> here = Set.copyOf(running.keySet());
        if (!here.isEmpty()) {
            turns.toStop(here).stream()
                    .map(running::get)
                    .filter(Objects::nonNull)
                    .forEach(stopped -> stopped.turn().stop(ErrorCode.TURN_STOPPED));
        }
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
