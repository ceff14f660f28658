package io.attendant.handoff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A conversation that waits for a person. */
@Entity
@Table(name = "tickets")
public class Ticket extends PanacheEntityBase {
    /** How a ticket stands. */
    public enum State {
        open,
        claimed,
        resolved,
        returned
    }

    @Id
    public UUID id;

    /** Its place in the order of tickets. */
    @Column(insertable = false, updatable = false)
    public Long number;

    @Column(name = "conversation_id")
    public UUID conversationId;

    @Enumerated(EnumType.STRING)
    public State state;

    public String reason;
    public String summary;

    @Column(name = "created_at")
    public Instant createdAt;

    /** The ticket that a conversation waits or is served under. */
    public static Optional<Ticket> active(UUID conversationId) {
        return find("conversationId = ?1 and state in (?2, ?3)", conversationId, State.open, State.claimed)
                .firstResultOptional();
    }

    /** Those of the conversations, at most one each, that wait for a person or are with one. */
    public static List<Ticket> activeAmong(Collection<UUID> conversationIds) {
        return list("conversationId in ?1 and state in (?2, ?3)", conversationIds, State.open, State.claimed);
    }

    public static Optional<Ticket> latest(UUID conversationId) {
        return find("conversationId = ?1 order by number desc", conversationId).firstResultOptional();
    }

    /** The place in the queue, from 1; empty when it doesn't wait. */
    public Optional<Integer> position() {
        return state == State.open
                ? Optional.of(Math.toIntExact(count("state = ?1 and number <= ?2", State.open, number)))
                : Optional.empty();
    }
}
