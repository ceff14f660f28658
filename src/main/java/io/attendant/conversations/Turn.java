package io.attendant.conversations;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A shopper's message and what the assistant made of it. Ends exactly once, as completed or failed. */
@Entity
@Table(name = "turns")
public class Turn extends PanacheEntityBase {
    /** How a turn stands. */
    public enum Status {
        running,
        completed,
        failed
    }

    @Id
    public UUID id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    public long fence;

    @Column(name = "client_message_id")
    public String clientMessageId;

    @Enumerated(EnumType.STRING)
    public Status status;

    public String model;
    public boolean degraded;

    @Column(name = "failure_code")
    public String failureCode;

    public boolean replaced;

    /** The shopper got nowhere with it. */
    public boolean stuck;

    @Column(name = "stop_requested")
    public boolean stopRequested;

    @Column(name = "input_tokens")
    public long inputTokens;

    @Column(name = "output_tokens")
    public long outputTokens;

    @Column(name = "model_calls")
    public int modelCalls;

    @Column(name = "tool_calls")
    public int toolCalls;

    public BigDecimal cost;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "finished_at")
    public Instant finishedAt;

    @Column(name = "first_event_id")
    public Long firstEventId;

    public static Optional<Turn> byId(UUID id) {
        return findByIdOptional(id);
    }

    public static Optional<Turn> byClientMessageId(UUID conversationId, String clientMessageId) {
        return find("conversationId = ?1 and clientMessageId = ?2", conversationId, clientMessageId)
                .firstResultOptional();
    }

    /** All turns still in view, oldest first. */
    public static List<Turn> inView(UUID conversationId) {
        return list("conversationId = ?1 and not replaced order by fence", conversationId);
    }

    /** The last {@code limit} turns still in view that have ended, newest first. */
    public static List<Turn> lastEnded(UUID conversationId, int limit) {
        return find(
                        "conversationId = ?1 and not replaced and status <> ?2 order by fence desc",
                        conversationId,
                        Status.running)
                .range(0, limit - 1)
                .list();
    }

    /** Marks a running turn as to be stopped, for the replica that runs it. */
    public static void requestStop(UUID id) {
        update("stopRequested = true where id = ?1 and status = ?2", id, Status.running);
    }

    /** Those of these turns that somebody wants stopped. */
    public static List<UUID> toStop(Collection<UUID> ids) {
        return find("select id from Turn where id in ?1 and stopRequested", ids)
                .project(UUID.class)
                .list();
    }

    public static boolean isReplaced(UUID id) {
        return count("id = ?1 and replaced", id) > 0;
    }

    /** Puts the turn and all that followed it out of view and memory. */
    public static void replaceFrom(UUID conversationId, long fence) {
        update(
                "replaced = true where conversationId = ?1 and fence >= ?2 and status <> ?3",
                conversationId,
                fence,
                Status.running);
    }
}
