package io.attendant.conversations;

import io.attendant.identity.RowSecurity;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Keeps what shoppers think of answers, and whether they were helped. */
@ApplicationScoped
public class Satisfaction {
    @Inject
    EntityManager db;

    @Inject
    Clock clock;

    @Inject
    RowSecurity rows;

    /**
     * Keeps the opinion in place of an earlier one on the same thing; sent by two tabs at once, the later one stays.
     *
     * @param messageId what it is about; empty for the whole conversation
     * @param comment redacted, at most 1,000 characters
     * @throws ProblemException {@link ErrorCode#MESSAGE_NOT_FOUND} unless it is an answer of the assistant or of a person that
     *     stands in this conversation
     */
    @Transactional
    public void rate(UUID conversationId, Optional<UUID> messageId, Feedback.Rating rating, Optional<String> comment) {
        rows.conversation(conversationId);
        messageId.ifPresent(id -> {
            if (!Message.isAnswer(conversationId, id)) {
                throw new ProblemException(ErrorCode.MESSAGE_NOT_FOUND);
            }
        });
        db.createNativeQuery("""
                        INSERT INTO feedback (id, conversation_id, message_id, rating, comment, created_at, updated_at)
                        VALUES (:id, :conversation, CAST(nullif(:message, '') AS uuid), :rating, nullif(:comment, ''), :now, :now)
                        ON CONFLICT (conversation_id, message_id) DO UPDATE SET rating = excluded.rating,
                            comment = excluded.comment, updated_at = greatest(feedback.created_at, excluded.updated_at)""")
                .setParameter("id", UUID.randomUUID())
                .setParameter("conversation", conversationId)
                .setParameter("message", messageId.map(UUID::toString).orElse(""))
                .setParameter("rating", rating.name())
                .setParameter("comment", comment.orElse(""))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Adds the shopper's word on whether it is solved; the last one counts, the ones before stay. */
    @Transactional
    public void resolve(UUID conversationId, boolean resolved) {
        rows.conversation(conversationId);
        Resolution resolution = new Resolution();
        resolution.conversationId = conversationId;
        resolution.resolved = resolved;
        resolution.at = clock.instant();
        resolution.persist();
    }
}
