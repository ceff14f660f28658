package io.attendant.actions;

import com.fasterxml.jackson.core.type.TypeReference;
import io.attendant.conversations.ChatEvent;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** A proposal: exactly what was offered, until the shopper or the clock has decided, and what was decided. */
@Entity
@Table(name = "actions")
public class PendingAction extends PanacheEntityBase {
    private static final TypeReference<List<ChatEvent.Line>> LINES = new TypeReference<>() {};

    @Id
    public UUID id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    @Column(name = "turn_id")
    public UUID turnId;

    @Column(name = "customer_id")
    public String customerId;

    public String kind;

    @Column(name = "order_id")
    public String orderId;

    @Column(name = "order_version")
    public Long orderVersion;

    public String parameters;
    public String effects;
    public String summary;
    public String lines;

    @Column(name = "content_hash")
    public byte[] contentHash;

    @Enumerated(EnumType.STRING)
    public ActionStatus status;

    public String outcome;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "decided_at")
    public Instant decidedAt;

    /** Whoever gets it first decides; others wait and then see the decision. */
    static Optional<PendingAction> lock(UUID conversationId, UUID id) {
        return find("id = ?1 and conversationId = ?2", id, conversationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one that is not decided yet, whether or not its time is up. */
    static Optional<PendingAction> lockUndecided(UUID conversationId) {
        return find("conversationId = ?1 and status = ?2", conversationId, ActionStatus.pending)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one that is not decided and not just being decided. */
    static Optional<PendingAction> lockUnlessBusy(UUID conversationId) {
        return getEntityManager()
                .createQuery("from PendingAction where conversationId = ?1 and status = ?2", PendingAction.class)
                .setParameter(1, conversationId)
                .setParameter(2, ActionStatus.pending)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    static Optional<PendingAction> undecided(UUID conversationId) {
        return find("conversationId = ?1 and status = ?2", conversationId, ActionStatus.pending)
                .firstResultOptional();
    }

    /** Oldest first. */
    static List<PendingAction> ofConversation(UUID conversationId) {
        return list("conversationId = ?1 order by createdAt, id", conversationId);
    }

    /** Newest first. */
    static List<PendingAction> latest(UUID conversationId, int limit) {
        return find("conversationId = ?1 order by createdAt desc, id desc", conversationId)
                .page(0, limit)
                .list();
    }

    boolean isOver(Instant now) {
        return !expiresAt.isAfter(now);
    }

    void sign() {
        contentHash = hash(effects);
    }

    /** Whether these effects are the ones that were shown, and nothing of the row was changed since. */
    boolean showed(String effectsNow) {
        return MessageDigest.isEqual(contentHash, hash(effectsNow));
    }

    private byte[] hash(String ofEffects) {
        return Secrets.hash(Json.write(
                List.of(conversationId, customerId, kind, parameters, ofEffects, summary, lines, expiresAt)));
    }

    void decide(ActionOutcome what, Instant now) {
        status = what.status();
        outcome = Json.write(what);
        decidedAt = now;
    }

    /** What became of it; still open if its time is not up. */
    ActionOutcome outcome(Instant now) {
        if (outcome != null) {
            return Json.read(outcome, ActionOutcome.class);
        }
        return isOver(now)
                ? ActionOutcome.of(ActionStatus.expired, ErrorCode.ACTION_EXPIRED)
                : ActionOutcome.of(ActionStatus.pending);
    }

    ChatEvent.ActionProposed proposed() {
        return new ChatEvent.ActionProposed(id, kind, orderId, summary, Json.read(lines, LINES.getType()), expiresAt);
    }
}
