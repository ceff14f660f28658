package io.attendant.privacy;

import io.attendant.shared.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A link of a conversation's chain. */
@Entity
@Immutable
@Table(name = "audit_entries")
public class AuditEntry extends PanacheEntityBase {
    /** What stands before the first entry. */
    static final byte[] GENESIS = new byte[32];

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    public int sequence;
    public String content;

    @Column(name = "previous_hash")
    public byte[] previousHash;

    public byte[] hash;

    protected AuditEntry() {}

    /** @param before the entry that it follows */
    AuditEntry(UUID conversationId, Optional<AuditEntry> before, String content) {
        this.conversationId = conversationId;
        this.sequence = before.map(entry -> entry.sequence).orElse(0) + 1;
        this.content = content;
        this.previousHash = before.map(entry -> entry.hash).orElse(GENESIS);
        this.hash = computedHash();
    }

    private byte[] computedHash() {
        return Secrets.hash(String.join(
                "\n",
                conversationId.toString(),
                Integer.toString(sequence),
                HexFormat.of().formatHex(previousHash),
                content));
    }

    /** Whether it is what was written, and follows what it was written after. */
    boolean follows(Optional<AuditEntry> before) {
        return sequence == before.map(entry -> entry.sequence).orElse(0) + 1
                && MessageDigest.isEqual(
                        previousHash, before.map(entry -> entry.hash).orElse(GENESIS))
                && MessageDigest.isEqual(hash, computedHash());
    }

    static Optional<AuditEntry> head(UUID conversationId) {
        return find("conversationId = ?1 order by sequence desc", conversationId)
                .firstResultOptional();
    }

    static List<AuditEntry> chain(UUID conversationId) {
        return list("conversationId = ?1 order by sequence", conversationId);
    }

    /** The last entry of each conversation among those with an id after {@code after} and up to {@code last}. */
    static List<AuditEntry> heads(long after, long last) {
        // Without an alias of its own, a name in the subquery is the subquery's.
        return list("""
                from AuditEntry head
                where head.id > ?1 and head.id <= ?2 and head.sequence = (select max(e.sequence) from AuditEntry e
                    where e.conversationId = head.conversationId and e.id > ?1 and e.id <= ?2)
                order by head.conversationId""", after, last);
    }

    static long lastId() {
        return getEntityManager()
                .createQuery("select coalesce(max(id), 0) from AuditEntry", Long.class)
                .getSingleResult();
    }
}
