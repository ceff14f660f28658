package io.attendant.identity.verification;

import io.attendant.identity.RowSecurity;
import io.attendant.shared.DemoConfig;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sends mail by SMTP; demo mode keeps it for the visitor to read. */
@ApplicationScoped
public class Mails {
    private static final int KEPT = 100;

    @Inject
    Mailer mailer;

    @Inject
    DemoConfig demo;

    @Inject
    EntityManager db;

    @Inject
    RowSecurity rows;

    @Inject
    Clock clock;

    /** A mail that demo mode kept. */
    @Schema(
            name = "DemoMail",
            requiredProperties = {"to", "subject", "text", "at"})
    public record Kept(String to, String subject, String text, Instant at) {}

    /** @throws RuntimeException if the mail server doesn't take it */
    void send(String to, String subject, String text) {
        if (demo.enabled()) {
            QuarkusTransaction.requiringNew().run(() -> keep(to, subject, text));
        } else {
            mailer.send(Mail.withText(to, subject, text));
        }
    }

    private void keep(String to, String subject, String text) {
        rows.staff();
        db.createNativeQuery(
                        "INSERT INTO demo_outbox (recipient, subject, text, at) VALUES (:to, :subject, :text, :now)")
                .setParameter("to", to)
                .setParameter("subject", subject)
                .setParameter("text", text)
                .setParameter("now", clock.instant())
                .executeUpdate();
        db.createNativeQuery("DELETE FROM demo_outbox WHERE id <= (SELECT max(id) FROM demo_outbox) - :kept")
                .setParameter("kept", KEPT)
                .executeUpdate();
    }

    /** The newest first. */
    @Transactional
    List<Kept> kept() {
        rows.staff();
        List<Tuple> mails = db.createNativeQuery(
                        "SELECT recipient, subject, text, at FROM demo_outbox ORDER BY id DESC", Tuple.class)
                .getResultList();
        return mails.stream()
                .map(mail -> new Kept(
                        mail.get(0, String.class),
                        mail.get(1, String.class),
                        mail.get(2, String.class),
                        mail.get(3, Instant.class)))
                .toList();
    }
}
