package io.attendant.conversations;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that somebody said. */
@Entity
@Table(name = "messages")
public class Message extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    public int position;

    @Column(name = "turn_id")
    public UUID turnId;

    @Enumerated(EnumType.STRING)
    public Author author;

    public String text;
    public Instant at;

    public static Optional<Message> ofConversation(UUID conversationId, UUID id) {
        return find("conversationId = ?1 and id = ?2", conversationId, id).firstResultOptional();
    }

    /** Whether it is something that the shopper was told in this conversation, and that still stands there. */
    static boolean isAnswer(UUID conversationId, UUID id) {
        return count(
                        "from Message m left join Turn t on t.id = m.turnId where m.conversationId = ?1 and m.id = ?2"
                                + " and m.author <> ?3 and (t.id is null or not t.replaced)",
                        conversationId,
                        id,
                        Author.shopper)
                > 0;
    }

    public static Optional<Message> ofTurn(UUID turnId, Author author) {
        return find("turnId = ?1 and author = ?2", turnId, author).firstResultOptional();
    }

    /** Everything still in view, in the order it was said. */
    public static List<Message> inView(UUID conversationId) {
        return list(
                "select m from Message m left join Turn t on t.id = m.turnId"
                        + " where m.conversationId = ?1 and (t.id is null or not t.replaced) order by m.position",
                conversationId);
    }

    /** The first thing the shopper said in each of these conversations. */
    public static List<Message> openings(List<UUID> conversationIds) {
        return list(
                "select m from Message m where m.conversationId in ?1 and m.position = "
                        + "(select min(o.position) from Message o where o.conversationId = m.conversationId and o.author = ?2)",
                conversationIds,
                Author.shopper);
    }
}
