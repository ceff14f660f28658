package io.attendant.identity.verification;

import io.attendant.shared.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A code that somebody asked for. There is one only if the address is a customer's, and nobody but the mail tells. */
@Entity
@Table(name = "code_checks")
public class CodeCheck extends PanacheEntityBase {
    @Id
    @Column(name = "conversation_id")
    public UUID conversationId;

    @Column(name = "email_key")
    public String emailKey;

    public String locale;

    @Column(name = "only_customer")
    public String onlyCustomer;

    @Column(name = "mail_due")
    public boolean mailDue;

    @Column(name = "customer_id")
    public String customerId;

    @Column(name = "code_hash")
    public byte[] codeHash;

    @Column(name = "tries_left")
    public int triesLeft;

    @Column(name = "expires_at")
    public Instant expiresAt;

    static Optional<CodeCheck> of(UUID conversationId) {
        return findByIdOptional(conversationId);
    }

    static Optional<CodeCheck> lock(UUID conversationId) {
        return Optional.ofNullable(
                getEntityManager().find(CodeCheck.class, conversationId, LockModeType.PESSIMISTIC_WRITE));
    }

    boolean isOpen(Instant now) {
        return triesLeft > 0 && expiresAt.isAfter(now);
    }

    /** The conversation makes the hashes of equal codes differ. */
    void setCode(String forCustomer, String code) {
        customerId = forCustomer;
        codeHash = Secrets.hash(salted(code));
    }

    boolean isRight(String code) {
        return codeHash != null && Secrets.matches(salted(code), codeHash);
    }

    private String salted(String code) {
        return conversationId + " " + code;
    }
}
