package io.attendant.identity.verification;

import io.attendant.identity.RowSecurity;
import io.attendant.shared.DemoConfig;
import io.attendant.shared.Secrets;
import io.attendant.shared.ShopConfig;
import io.attendant.shared.wording.Wording;
import io.attendant.shared.wording.Wordings;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the mails with the codes, after the request for one is answered: how long that takes tells nothing about the address.
 * A code exists from the moment its mail is written; where a mail fails, the next one has a code of its own.
 */
@ApplicationScoped
public class CodeMails {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 50;

    private final Wordings wordings = Wordings.load("/identity/replies", Optional.empty());

    @Inject
    EntityManager db;

    @Inject
    RowSecurity rows;

    @Inject
    CustomerDirectory customers;

    @Inject
    Attempts attempts;

    @Inject
    Mails mails;

    @Inject
    VerificationConfig config;

    @Inject
    DemoConfig demo;

    @Inject
    ShopConfig shop;

    @Inject
    Clock clock;

    private record Written(UUID conversationId, String to, String subject, String text) {}

    void onRequest(@Observes(during = TransactionPhase.AFTER_SUCCESS) Verifications.CodeRequested request) {
        Thread.ofVirtual().name("code-mail").start(this::sendDue);
    }

    /** What a process that died, or a mail server that was down, left behind. */
    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendDue() {
        for (Written mail : QuarkusTransaction.requiringNew().call(this::writeDue)) {
            try {
                mails.send(mail.to(), mail.subject(), mail.text());
            } catch (RuntimeException e) {
                Log.warnf(
                        "code mail failed, to be tried again: conversationId=%s cause=%s",
                        mail.conversationId(), e.getClass().getName());
                QuarkusTransaction.requiringNew().run(() -> writeAgain(mail.conversationId()));
            }
        }
    }

    private List<Written> writeDue() {
        rows.staff();
        List<UUID> due = db.createNativeQuery("""
                        SELECT conversation_id FROM code_checks WHERE mail_due AND expires_at > :now
                        ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED""", UUID.class)
                .setParameter("now", clock.instant())
                .setParameter("most", MOST_AT_ONCE)
                .getResultList();
        return due.stream()
                .flatMap(id -> CodeCheck.of(id).stream())
                .flatMap(check -> write(check).stream())
                .toList();
    }

    private Optional<Written> write(CodeCheck check) {
        check.mailDue = false;
        return customers
                .byEmailKey(check.emailKey)
                .filter(customer -> check.onlyCustomer == null || check.onlyCustomer.equals(customer.customerId()))
                .filter(customer -> mayHaveAnother(check.emailKey))
                .map(customer -> {
                    String code = Secrets.code();
                    check.setCode(customer.customerId(), code);
                    Wording words =
                            wordings.in(Optional.ofNullable(check.locale).or(customer::locale));
                    Map<String, String> values = Map.of(
                            "code",
                            code,
                            "shop",
                            shop.name(),
                            "minutes",
                            Long.toString(config.codeValidity().toMinutes()));
                    return new Written(
                            check.conversationId,
                            customer.email(),
                            words.text("mail.subject", Map.of("code", code, "shop", shop.name())),
                            words.text("mail.text", values));
                });
    }

    private boolean mayHaveAnother(String emailKey) {
        return demo.enabled()
                || attempts.take(List.of("mail " + emailKey), config.mailsPerHour(), HOUR)
                        .isEmpty();
    }

    private void writeAgain(UUID conversationId) {
        rows.staff();
        CodeCheck.of(conversationId).ifPresent(check -> {
            check.mailDue = true;
            check.customerId = null;
            check.codeHash = null;
        });
    }
}
