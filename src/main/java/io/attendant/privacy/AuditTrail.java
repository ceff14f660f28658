package io.attendant.privacy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.attendant.actions.ActionDecided;
import io.attendant.actions.ActionStatus;
import io.attendant.identity.RowSecurity;
import io.attendant.shared.Json;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Writes down every decision of a shopper, in the transaction that carries it out: what was done is on record, and what is on
 * record was done. Entries of a conversation form a chain of hashes; anchors hold the chains together.
 */
@ApplicationScoped
public class AuditTrail {
    /** Any number of our own: writers share it, and whoever anchors waits for all of them. */
    private static final long LOCK = 7_233_401_002L;

    @Inject
    EntityManager db;

    @Inject
    RowSecurity rows;

    @Inject
    Clock clock;

    /**
     * What an entry says.
     *
     * @param contentHash of all that the shopper saw and agreed to, as hex
     * @param proof how the shopper had proved who they are: {@code bearer} or {@code code}; absent if it took no proof
     */
    @RegisterForReflection
    record Content(
            UUID actionId,
            String kind,
            Optional<String> orderId,
            String customerId,
            ActionStatus status,
            Optional<String> code,
            String contentHash,
            Optional<String> proof,
            Instant at) {}

    /** @param intact whether every entry is what was written, in its place */
    @Schema(
            name = "AuditChain",
            requiredProperties = {"intact", "entries"})
    public record Chain(boolean intact, List<Entry> entries) {}

    @Schema(
            name = "AuditEntry",
            requiredProperties = {"sequence", "content", "hash"})
    public record Entry(
            int sequence,

            @JsonRawValue @Schema(implementation = Object.class)
            String content,

            String hash) {}

    /** @param intact whether every anchor still fits the entries it was made over */
    @Schema(
            name = "AuditAnchors",
            requiredProperties = {"intact", "anchors"})
    public record Anchors(boolean intact, List<Anchor> anchors) {}

    @Schema(
            name = "AuditAnchor",
            requiredProperties = {"at", "heads", "hash"})
    public record Anchor(Instant at, int heads, String hash) {}

    void write(@Observes ActionDecided decided) {
        // Conversations' rows are locked by the event that was appended before: the chain has one writer at a time.
        lock("pg_advisory_xact_lock_shared");
        rows.conversation(decided.conversationId());
        new AuditEntry(
                        decided.conversationId(),
                        AuditEntry.head(decided.conversationId()),
                        Json.write(new Content(
                                decided.actionId(),
                                decided.kind(),
                                decided.orderId(),
                                decided.customerId(),
                                decided.status(),
                                decided.code(),
                                HexFormat.of().formatHex(decided.contentHash()),
                                decided.byCode().map(byCode -> byCode ? "code" : "bearer"),
                                decided.at())))
                .persist();
    }

    /** A conversation's chain, checked. */
    @Transactional
    public Chain chain(UUID conversationId) {
        rows.staff();
        boolean intact = true;
        Optional<AuditEntry> before = Optional.empty();
        List<Entry> entries = new ArrayList<>();
        for (AuditEntry entry : AuditEntry.chain(conversationId)) {
            intact &= entry.follows(before);
            before = Optional.of(entry);
            entries.add(new Entry(entry.sequence, entry.content, HexFormat.of().formatHex(entry.hash)));
        }
        return new Chain(intact, entries);
    }

    /** All anchors, checked. */
    @Transactional
    public Anchors anchors() {
        rows.staff();
        boolean intact = true;
        Optional<AuditAnchor> before = Optional.empty();
        List<Anchor> anchors = new ArrayList<>();
        for (AuditAnchor anchor : AuditAnchor.oldestFirst()) {
            List<AuditEntry> heads =
                    AuditEntry.heads(before.map(last -> last.lastEntryId).orElse(0L), anchor.lastEntryId);
            intact &= MessageDigest.isEqual(anchor.hash, AuditAnchor.hash(heads, before));
            before = Optional.of(anchor);
            anchors.add(new Anchor(anchor.at, anchor.heads, HexFormat.of().formatHex(anchor.hash)));
        }
        return new Anchors(intact, anchors);
    }

    @Scheduled(
            every = "${attendant.audit.anchor-every:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void anchor() {
        rows.staff();
        // Until now all entries with a lower id are committed, and two replicas don't anchor at once.
        lock("pg_advisory_xact_lock");
        Optional<AuditAnchor> before = AuditAnchor.latest();
        long anchored = before.map(last -> last.lastEntryId).orElse(0L);
        long last = AuditEntry.lastId();
        if (last > anchored) {
            var anchor = new AuditAnchor(clock.instant(), last, AuditEntry.heads(anchored, last), before);
            anchor.persist();
            // Whoever keeps this line elsewhere can prove the chains to be whole.
            Log.infof(
                    "audit anchored: lastEntryId=%d heads=%d hash=%s",
                    last, anchor.heads, HexFormat.of().formatHex(anchor.hash));
        }
    }

    private void lock(String function) {
        db.createNativeQuery("SELECT 1 FROM " + function + "(:key)", Integer.class)
                .setParameter("key", LOCK)
                .getSingleResult();
    }
}
