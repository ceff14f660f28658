package io.attendant.chat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.attendant.conversations.EventSubscription;
import io.attendant.conversations.LiveEvents;
import io.attendant.conversations.LoggedEvent;
import io.attendant.conversations.TurnLog;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives conversations' events to clients: a turn's to its end, or whatever happens besides, until the client leaves. */
@ApplicationScoped
public class EventStreams {
    private static final long HEARTBEAT_SECONDS = 15;
    /** So often it is asked whether a turn that says nothing is still alive. */
    private static final long LIFE_SIGN_SECONDS = 5;

    private static final Set<String> BESIDES = Set.of(
            "message.created",
            "ticket.updated",
            "action.executed",
            "action.declined",
            "action.failed",
            "turn.started",
            "turn.completed",
            "turn.failed");

    @Inject
    LiveEvents live;

    @Inject
    Sse sse;

    @Inject
    TurnLog turns;

    /** An event as a member of a JSON answer. */
    public record EventView(
            @Schema(required = true) String event,

            @JsonRawValue @Schema(required = true, implementation = Object.class)
            String data) {
        static EventView of(LoggedEvent event) {
            return new EventView(event.type, event.data);
        }
    }

    /**
     * What a client wants to hear.
     *
     * @param last the event after which there is nothing more to hear
     * @param waitsForEnd whether it is to be told when the turn's process has died
     */
    private record Follower(Predicate<LoggedEvent> wanted, Predicate<LoggedEvent> last, boolean waitsForEnd) {}

    /** The turn's events after {@code afterId}, to the one that ends it. */
    public Multi<OutboundSseEvent> ofTurn(TurnRunner.Followed turn, Optional<Long> afterId) {
        long from = Math.max(turn.afterEventId(), afterId.orElse(0L));
        return stream(
                turn.conversationId(),
                from,
                new Follower(event -> turn.turnId().equals(event.turnId), LoggedEvent::endsTurn, true));
    }

    /** What happens in the conversation besides a client's own turn, for as long as the client listens. */
    public Multi<OutboundSseEvent> besides(UUID conversationId, long afterId) {
        return stream(
                conversationId, afterId, new Follower(event -> BESIDES.contains(event.type), event -> false, false));
    }

    /** All events of a turn; waits for its end. */
    public List<LoggedEvent> await(TurnRunner.Followed turn) {
        List<LoggedEvent> events = new ArrayList<>();
        try (EventSubscription subscription = live.subscribe(turn.conversationId(), turn.afterEventId())) {
            while (events.isEmpty() || !events.getLast().endsTurn()) {
                subscription
                        .next(LIFE_SIGN_SECONDS, TimeUnit.SECONDS)
                        .ifPresentOrElse(
                                event -> {
                                    if (turn.turnId().equals(event.turnId)) {
                                        events.add(event);
                                    }
                                },
                                () -> turns.closeIfDead(turn.conversationId()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return events;
    }

    private Multi<OutboundSseEvent> stream(UUID conversationId, long afterId, Follower follower) {
        return Multi.createFrom()
                .emitter(emitter -> Thread.ofVirtual()
                        .name("events-" + conversationId)
                        .start(() -> pump(conversationId, afterId, follower, emitter)));
    }

    private void pump(
            UUID conversationId, long afterId, Follower follower, MultiEmitter<? super OutboundSseEvent> client) {
        try (EventSubscription subscription = live.subscribe(conversationId, afterId)) {
            // A client that leaves ends only this; the turn goes on without it.
            client.onTermination(subscription::leave);
            boolean ended = false;
            long lastSent = System.nanoTime();
            while (!ended && !subscription.isLeft()) {
                Optional<LoggedEvent> next = subscription.next(LIFE_SIGN_SECONDS, TimeUnit.SECONDS);
                Optional<LoggedEvent> wanted = next.filter(follower.wanted());
                if (wanted.isPresent()) {
                    client.emit(toSse(wanted.get()));
                    lastSent = System.nanoTime();
                    ended = follower.last().test(wanted.get());
                } else if (System.nanoTime() - lastSent > TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS)) {
                    client.emit(sse.newEventBuilder().comment("").build());
                    lastSent = System.nanoTime();
                }
                if (next.isEmpty() && follower.waitsForEnd() && !subscription.isLeft()) {
                    turns.closeIfDead(conversationId);
                }
            }
            client.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            client.fail(e);
        } catch (RuntimeException e) {
            Log.errorf(e, "event stream failed: conversationId=%s", conversationId);
            client.fail(e);
        }
    }

    private OutboundSseEvent toSse(LoggedEvent event) {
        return sse.newEventBuilder()
                .id(Long.toString(event.id))
                .name(event.type)
                .data(event.data)
                .build();
    }
}
