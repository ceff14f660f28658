package io.attendant.conversations;

import io.attendant.identity.RowSecurity;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One turn at a time per conversation, over all replicas: a row lease that is renewed while the turn runs and expires when
 * its process dies. Times are the database's, so replicas need not agree on theirs.
 */
@ApplicationScoped
public class TurnLease {
    /** Three renewals may be lost before a living turn is taken for dead. */
    private static final String EXPIRY = "clock_timestamp() + interval '10 seconds'";

    @Inject
    EntityManager db;

    @Inject
    Replica replica;

    @Inject
    RowSecurity rows;

    private final Set<UUID> heldHere = ConcurrentHashMap.newKeySet();

    /** Proof that a turn holds its conversation; every write of the turn shows it. */
    public record Held(UUID conversationId, UUID turnId, long fence) {}

    /** A lease just taken, and the turn it was taken from if its process died. */
    public record Taken(Held lease, Optional<UUID> deadTurn) {}

    /** Who holds a conversation now, as seen by somebody who wants it. */
    public record Holder(UUID turnId, Instant until, boolean expired) {}

    /**
     * Takes the lease if it is free or expired. Part of the caller's transaction, which writes the new turn's row and closes
     * the turn that a dead process left behind.
     *
     * @return empty if a living turn holds it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Taken> take(UUID conversationId, UUID turnId) {
        // The row lock makes the rest of the transaction alone with this conversation.
        Holder before = holder(conversationId, " FOR UPDATE");
        if (before.turnId() != null && !before.expired()) {
            return Optional.empty();
        }
        Long fence = (Long) db.createNativeQuery("""
                        UPDATE conversations SET turn_id = :turn, turn_owner = :owner, fence = fence + 1,
                               lease_until = %s
                        WHERE id = :id RETURNING fence""".formatted(EXPIRY), Long.class)
                .setParameter("turn", turnId)
                .setParameter("owner", replica.id())
                .setParameter("id", conversationId)
                .getSingleResult();
        return Optional.of(new Taken(new Held(conversationId, turnId, fence), Optional.ofNullable(before.turnId())));
    }

    /**
     * Takes the lease away from a turn whose process died, and leaves it free. Part of the caller's transaction, which closes
     * that turn.
     *
     * @return the dead turn; empty if nobody holds the conversation, or a living turn does
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> takeFromDead(UUID conversationId) {
        // Asked often, and nearly always in vain: no lock for that.
        if (!holder(conversationId, "").expired()) {
            return Optional.empty();
        }
        Holder before = holder(conversationId, " FOR UPDATE");
        if (!before.expired()) {
            return Optional.empty();
        }
        db.createNativeQuery("""
                        UPDATE conversations SET turn_id = NULL, turn_owner = NULL, lease_until = NULL, fence = fence + 1
                        WHERE id = :id""").setParameter("id", conversationId).executeUpdate();
        return Optional.of(before.turnId());
    }

    /** Who holds the conversation; a null turn if nobody does. */
    @Transactional
    public Holder holder(UUID conversationId) {
        rows.conversation(conversationId);
        return holder(conversationId, "");
    }

    private Holder holder(UUID conversationId, String locking) {
        Object[] row = (Object[]) db.createNativeQuery("""
                        SELECT turn_id, lease_until, coalesce(lease_until < clock_timestamp(), false)
                        FROM conversations WHERE id = :id""" + locking, Object[].class)
                .setParameter("id", conversationId)
                .getSingleResult();
        return new Holder((UUID) row[0], (Instant) row[1], (Boolean) row[2]);
    }

    /** How many turns this process runs. */
    int heldHere() {
        return heldHere.size();
    }

    /** Whether this process runs the turn. */
    public boolean runsHere(UUID turnId) {
        return heldHere.contains(turnId);
    }

    /**
     * Gives the lease up, in the transaction that writes the turn's end.
     *
     * @throws LeaseLostException if it was lost before; the end must not be written then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(Held lease) {
        int released = db.createNativeQuery("""
                        UPDATE conversations SET turn_id = NULL, turn_owner = NULL, lease_until = NULL
                        WHERE id = :id AND turn_id = :turn AND fence = :fence""")
                .setParameter("id", lease.conversationId())
                .setParameter("turn", lease.turnId())
                .setParameter("fence", lease.fence())
                .executeUpdate();
        if (released == 0) {
            throw new LeaseLostException();
        }
    }

    /**
     * Renews the lease from now on, until {@link #forget}. To be called when the transaction that took it has committed: a
     * lease that was rolled back would be renewed for ever.
     */
    public void hold(Held lease) {
        heldHere.add(lease.turnId());
    }

    /** The turn's thread is done; to be called however it ended. */
    public void forget(Held lease) {
        heldHere.remove(lease.turnId());
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        List<UUID> running = List.copyOf(heldHere);
        if (!running.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> renew(running));
        }
    }

    private void renew(List<UUID> running) {
        rows.staff();
        int renewed = db.createNativeQuery("""
                        UPDATE conversations SET lease_until = %s
                        WHERE turn_owner = :owner AND turn_id IN (:running)""".formatted(EXPIRY))
                .setParameter("owner", replica.id())
                .setParameter("running", running)
                .executeUpdate();
        Log.debugf("leases renewed: running=%d renewed=%d", running.size(), renewed);
    }
}
