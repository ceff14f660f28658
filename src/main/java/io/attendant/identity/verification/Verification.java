package io.attendant.identity.verification;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the shopper of a conversation has proved. */
@Entity
@Table(name = "verifications")
public class Verification extends PanacheEntityBase {
    @Id
    @Column(name = "conversation_id")
    public UUID conversationId;

    @Column(name = "order_id")
    public String orderId;

    @Column(name = "customer_id")
    public String customerId;

    @Column(name = "verified_until")
    public Instant verifiedUntil;

    static Optional<Verification> of(UUID conversationId) {
        return findByIdOptional(conversationId);
    }

    static Verification ofOrNew(UUID conversationId) {
        return of(conversationId).orElseGet(() -> {
            Verification verification = new Verification();
            verification.conversationId = conversationId;
            verification.persist();
            return verification;
        });
    }
}
