package io.attendant.privacy;

import io.attendant.shared.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

/** All chains that grew since the anchor before, in one hash that covers that anchor too. */
@Entity
@Immutable
@Table(name = "audit_anchors")
public class AuditAnchor extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant at;

    @Column(name = "last_entry_id")
    public long lastEntryId;

    public int heads;
    public byte[] hash;

    protected AuditAnchor() {}

    AuditAnchor(Instant at, long lastEntryId, List<AuditEntry> heads, Optional<AuditAnchor> before) {
        this.at = at;
        this.lastEntryId = lastEntryId;
        this.heads = heads.size();
        this.hash = hash(heads, before);
    }

    /** The hash that an anchor over these heads must have. */
    static byte[] hash(List<AuditEntry> heads, Optional<AuditAnchor> before) {
        HexFormat hex = HexFormat.of();
        return Secrets.hash(Stream.concat(
                        Stream.of(
                                hex.formatHex(before.map(anchor -> anchor.hash).orElse(AuditEntry.GENESIS))),
                        heads.stream()
                                .map(head ->
                                        head.conversationId + " " + head.sequence + " " + hex.formatHex(head.hash)))
                .collect(Collectors.joining("\n")));
    }

    static Optional<AuditAnchor> latest() {
        return find("order by id desc").firstResultOptional();
    }

    static List<AuditAnchor> oldestFirst() {
        return list("order by id");
    }
}
