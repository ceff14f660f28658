package io.attendant.conversations;

import io.attendant.identity.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Adds up what was spent on the provider's model, from the rows of its calls. */
@ApplicationScoped
public class Spending {
    private static final String SUM = """
            SELECT coalesce(sum(c.input_tokens + c.output_tokens), 0), coalesce(sum(c.cost), 0), count(c.turn_id)
            FROM model_calls c JOIN turns t ON t.id = c.turn_id
            """;

    private static final String REMOTE = " AND c.model <> '" + ModelCall.LOCAL + "'";

    @Inject
    EntityManager db;

    @Inject
    RowSecurity rows;

    @Transactional
    public Spent ofConversation(UUID conversationId) {
        rows.conversation(conversationId);
        return sum(query("WHERE t.conversation_id = :id").setParameter("id", conversationId));
    }

    /** Over all of the customer's conversations since then. */
    @Transactional
    public Spent ofCustomer(String customerId, Instant since) {
        rows.customer(customerId);
        return sum(query("""
                        JOIN conversations v ON v.id = t.conversation_id
                        WHERE v.customer_id = :customer AND t.started_at >= :since""").setParameter("customer", customerId).setParameter("since", since));
    }

    /** Over all conversations since then. */
    @Transactional
    public Spent ofAll(Instant since) {
        return rows.asStaff(() -> sum(query("WHERE t.started_at >= :since").setParameter("since", since)));
    }

    private Query query(String where) {
        return db.createNativeQuery(SUM + where + REMOTE, Object[].class);
    }

    private static Spent sum(Query query) {
        Object[] row = (Object[]) query.getSingleResult();
        return new Spent(((Number) row[0]).longValue(), (BigDecimal) row[1], ((Number) row[2]).longValue());
    }
}
