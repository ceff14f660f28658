package io.attendant.conversations;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation between a shopper and the shop. Counters and the turn's lease are changed by single conditional statements
 * in {@link EventLog} and {@link TurnLease}, never through this entity.
 */
@Entity
@Table(name = "conversations")
public class Conversation extends PanacheEntityBase {
    private static final String OF_CUSTOMER = "from Conversation c where c.customerId = ?1"
            + " and exists (select 1 from Message m where m.conversationId = c.id)";

    @Id
    public UUID id;

    @Column(name = "token_hash")
    public byte[] tokenHash;

    @Column(name = "customer_id")
    public String customerId;

    @Column(name = "opened_signed_in")
    public boolean openedSignedIn;

    public String locale;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "last_event_id", insertable = false, updatable = false)
    public Long lastEventId;

    public static Optional<Conversation> byId(UUID id) {
        return findByIdOptional(id);
    }

    /** The customer's conversations in which something was said, the latest first. */
    public static List<Conversation> ofCustomer(String customerId, int offset, int limit) {
        return find(OF_CUSTOMER + " order by c.updatedAt desc", customerId)
                .range(offset, offset + limit - 1)
                .list();
    }

    public static long countOfCustomer(String customerId) {
        return count(OF_CUSTOMER, customerId);
    }
}
