package io.attendant.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Says whose rows the running transaction is about. PostgreSQL shows it those and no others (V3__row_level_security.sql), so
 * a query that forgets to ask for the owner finds nothing. All of it ends with the transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RowSecurity {
    @Inject
    EntityManager db;

    /** @param customerId from a session or a token, never from what somebody says */
    public void customer(String customerId) {
        set("attendant.customer", customerId);
    }

    /** All that the session may see: its customer's rows, its one order, or nothing. */
    public void session(ShopperSession session) {
        session.customerId().ifPresent(this::customer);
        session.orderId().ifPresent(order -> set("attendant.order", order));
    }

    /** @param conversationId of a conversation that the caller has the key to */
    public void conversation(UUID conversationId) {
        set("attendant.conversation", conversationId.toString());
    }

    /** All rows, to the end of the transaction; for the shop's own people and for jobs. */
    public void staff() {
        db.createNativeQuery("SET LOCAL ROLE attendant_staff").executeUpdate();
    }

    /** All rows for this one question; for what has to be known before a shopper is. */
    public <T> T asStaff(Supplier<T> question) {
        staff();
        T answer = question.get();
        // A question that fails takes the transaction with it, so there is nothing to put back then.
        db.flush();
        db.createNativeQuery("SET LOCAL ROLE attendant_shopper").executeUpdate();
        return answer;
    }

    private void set(String name, String value) {
        db.createNativeQuery("SELECT set_config(:name, :value, true)", String.class)
                .setParameter("name", name)
                .setParameter("value", value)
                .getSingleResult();
    }
}
