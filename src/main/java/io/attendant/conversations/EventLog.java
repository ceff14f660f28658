package io.attendant.conversations;

import io.attendant.identity.RowSecurity;
import io.attendant.shared.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes the event log. An event is numbered, stored and only then told to whoever listens, on every replica. */
@ApplicationScoped
public class EventLog {
    @Inject
    EntityManager db;

    @Inject
    Clock clock;

    @Inject
    Event<LoggedEvent> appended;

    @Inject
    Replica replica;

    @Inject
    RowSecurity rows;

    /**
     * Appends an event of a running turn.
     *
     * @throws LeaseLostException if the turn no longer holds the conversation; nothing is written
     */
    @Transactional
    public LoggedEvent append(TurnLease.Held lease, ChatEvent event) {
        rows.conversation(lease.conversationId());
        List<?> ids = db.createNativeQuery("""
                        UPDATE conversations SET last_event_id = last_event_id + 1, updated_at = :now
                        WHERE id = :id AND turn_id = :turn AND fence = :fence RETURNING last_event_id""", Long.class)
                .setParameter("now", clock.instant())
                .setParameter("id", lease.conversationId())
                .setParameter("turn", lease.turnId())
                .setParameter("fence", lease.fence())
                .getResultList();
        if (ids.isEmpty()) {
            throw new LeaseLostException();
        }
        return store(lease.conversationId(), (Long) ids.getFirst(), lease.turnId(), event);
    }

    /** Appends an event that belongs to no turn: a message, a ticket's state. */
    @Transactional
    public LoggedEvent append(UUID conversationId, ChatEvent event) {
        rows.conversation(conversationId);
        return append(conversationId, null, event);
    }

    /** Appends an event of a turn whose lease has been given up or taken away in this same transaction. */
    LoggedEvent append(UUID conversationId, UUID turnId, ChatEvent event) {
        Long id = (Long) db.createNativeQuery("""
                        UPDATE conversations SET last_event_id = last_event_id + 1, updated_at = :now
                        WHERE id = :id RETURNING last_event_id""", Long.class)
                .setParameter("now", clock.instant())
                .setParameter("id", conversationId)
                .getSingleResult();
        return store(conversationId, id, turnId, event);
    }

    private LoggedEvent store(UUID conversationId, long id, UUID turnId, ChatEvent event) {
        Instant now = clock.instant();
        var logged = new LoggedEvent(conversationId, id, turnId, event.type(), Json.write(event), now);
        db.persist(logged);
        // Told to the other replicas when, and only if, this transaction commits.
        db.createNativeQuery("SELECT 1 FROM pg_notify(:channel, :payload)", Integer.class)
                .setParameter("channel", LiveEvents.CHANNEL)
                .setParameter("payload", replica.id() + " " + conversationId)
                .getSingleResult();
        appended.fire(logged);
        return logged;
    }
}
