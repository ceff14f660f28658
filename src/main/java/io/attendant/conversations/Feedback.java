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
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What the shopper thinks of one message, or of the whole conversation. Written by {@link Satisfaction} only. */
@Entity
@Immutable
@Table(name = "feedback")
public class Feedback extends PanacheEntityBase {
    /** Thumbs up or down. */
    public enum Rating {
        up,
        down
    }

    @Id
    public UUID id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    /** Null for the whole conversation. */
    @Column(name = "message_id")
    public UUID messageId;

    @Enumerated(EnumType.STRING)
    public Rating rating;

    public String comment;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    public static List<Feedback> ofConversation(UUID conversationId) {
        return list("conversationId", conversationId);
    }
}
