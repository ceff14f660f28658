package io.attendant.conversations;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The shopper's word, at a time, on whether the conversation has solved what it was about. */
@Entity
@Immutable
@Table(name = "resolutions")
public class Resolution extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    public boolean resolved;
    public Instant at;

    public static Optional<Resolution> latest(UUID conversationId) {
        return find("conversationId = ?1 order by id desc", conversationId).firstResultOptional();
    }

    /** Those of the conversations that the shopper called solved, and in which they have asked nothing since. */
    public static List<UUID> solvedAmong(Collection<UUID> conversationIds) {
        return find(
                        "select r.conversationId from Resolution r where r.conversationId in ?1 and r.resolved"
                                + " and r.id = (select max(l.id) from Resolution l where l.conversationId = r.conversationId)"
                                + " and not exists (select 1 from Message m where m.conversationId = r.conversationId"
                                + " and m.author = ?2 and m.at > r.at)",
                        conversationIds,
                        Author.shopper)
                .project(UUID.class)
                .list();
    }
}
