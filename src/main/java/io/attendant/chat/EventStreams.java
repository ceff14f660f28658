package io.attendant.chat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.attendant.conversations.EventSubscription;
import io.attendant.conversations.LiveEvents;
import io.attendant.conversations.LoggedEvent;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives conversations' events to clients: a turn's to its end, or whatever happens besides, until the client leaves. */
@ApplicationScoped
public class EventStreams {
    private static final long HEARTBEAT_SECONDS = 15;
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

    /** An event as a member of a JSON answer. */
    public record EventView(
            @Schema(required = true) String event,

            @JsonRawValue @Schema(required = true, implementation = Object.class)
            String data) {
        static EventView of(LoggedEvent event) {
            return new EventView(event.type, event.data);
        }
    }

    /** The turn's events after {@code afterId}, to the one that ends it. */
    public Multi<OutboundSseEvent> ofTurn(TurnRunner.Followed turn, Optional<Long> afterId) {
        long from = Math.max(turn.afterEventId(), afterId.orElse(0L));
        return stream(turn.conversationId(), from, event -> turn.turnId().equals(event.turnId), LoggedEvent::endsTurn);
    }

    /** What happens in the conversation besides a client's own turn, for as long as the client listens. */
    public Multi<OutboundSseEvent> besides(UUID conversationId, long afterId) {
        return stream(conversationId, afterId, event -> BESIDES.contains(event.type), event -> false);
    }

    /** All events of a turn; waits for its end. */
    public List<LoggedEvent> await(TurnRunner.Followed turn) {
        List<LoggedEvent> events = new ArrayList<>();
        try (EventSubscription subscription = live.subscribe(turn.conversationId(), turn.afterEventId())) {
            while (events.isEmpty() || !events.getLast().endsTurn()) {
                subscription
                        .next(HEARTBEAT_SECONDS, TimeUnit.SECONDS)
                        .filter(event -> turn.turnId().equals(event.turnId))
                        .ifPresent(events::add);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return events;
    }

    private Multi<OutboundSseEvent> stream(
            UUID conversationId, long afterId, Predicate<LoggedEvent> wanted, Predicate<LoggedEvent> last) {
        return Multi.createFrom()
                .emitter(emitter -> Thread.ofVirtual()
                        .name("events-" + conversationId)
                        .start(() -> pump(conversationId, afterId, wanted, last, emitter)));
    }

    private void pump(
            UUID conversationId,
            long afterId,
            Predicate<LoggedEvent> wanted,
            Predicate<LoggedEvent> last,
            MultiEmitter<? super OutboundSseEvent> client) {
        AtomicBoolean gone = new AtomicBoolean();
        Thread self = Thread.currentThread();
        client.onTermination(() -> {
            gone.set(true);
            self.interrupt();
        });
        try (EventSubscription subscription = live.subscribe(conversationId, afterId)) {
            boolean ended = false;
            while (!ended && !gone.get()) {
                Optional<LoggedEvent> next = subscription.next(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (next.isEmpty()) {
                    client.emit(sse.newEventBuilder().comment("").build());
                } else if (wanted.test(next.get())) {
                    client.emit(toSse(next.get()));
                    ended = last.test(next.get());
                }
            }
            client.complete();
        } catch (InterruptedException e) {
            // The client left; the turn goes on without it.
            Thread.currentThread().interrupt();
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
