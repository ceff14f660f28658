package io.attendant.identity.verification;

import io.attendant.identity.RowSecurity;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.DemoConfig;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Problem;
import io.attendant.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Lets guests prove who they are. No answer tells whether an order or an address exists: what is wrong and what is unknown take
 * the same way to the same answer.
 */
@ApplicationScoped
public class Verifications {
    @Inject
    VerificationConfig config;

    @Inject
    DemoConfig demo;

    @Inject
    RowSecurity rows;

    @Inject
    Attempts attempts;

    @Inject
    OrderProofs orders;

    @Inject
    CustomerDirectory customers;

    @Inject
    Clock clock;

    @Inject
    Event<CodeRequested> requested;

    /** A code was asked for, and a mail may have to be written. */
    record CodeRequested(UUID conversationId) {}

    /** A check that waits for its code. */
    @Schema(
            name = "OpenCheck",
            requiredProperties = {"expiresAt", "triesLeft"})
    public record OpenCheck(Instant expiresAt, int triesLeft) {}

    /** What a code came to. */
    public sealed interface CodeResult {
        record Right(String customerId, Instant until) implements CodeResult {}

        record Wrong(int triesLeft) implements CodeResult {}
    }

    /**
     * Who is asking in a conversation without a bearer token, as far as they have proved it.
     *
     * @param boundTo whose conversation it is; nobody else's proof counts in it then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ShopperSession session(UUID conversationId, Optional<String> boundTo, Optional<String> locale) {
        Optional<Verification> verification = Verification.of(conversationId);
        Instant now = clock.instant();
        return verification
                .filter(proved -> proved.customerId != null && proved.verifiedUntil.isAfter(now))
                .filter(proved -> boundTo.filter(proved.customerId::equals).isPresent())
                .map(proved -> ShopperSession.verified(proved.customerId, proved.verifiedUntil, locale))
                .or(() -> verification
                        .filter(proved -> proved.orderId != null)
                        .map(proved -> ShopperSession.ofOrder(proved.orderId, locale)))
                .orElseGet(() -> ShopperSession.anonymous(locale));
    }

    /**
     * Checks what a shopper says about an order.
     *
     * @param client the address the request came from
     * @return whether it fits; the conversation may then read that one order
     * @throws ProblemException {@link ErrorCode#TOO_MANY_ATTEMPTS}, with the seconds to wait
     */
    @Transactional
    public boolean proveOrder(UUID conversationId, String client, String orderId, OrderProofs.Proof proof) {
        rows.conversation(conversationId);
        List<String> keys = new ArrayList<>(List.of(
                "conversation " + conversationId,
                "order " + orderId.replaceAll("[\\s#]", "").toUpperCase(Locale.ROOT)));
        if (!demo.enabled()) {
            keys.add("client " + client);
        }
        Optional<String> proved = rows.asStaff(() -> {
            attempts.take(keys, config.orderFailures(), config.orderFailureWindow())
                    .ifPresent(wait -> {
                        throw new ProblemException(
                                ErrorCode.TOO_MANY_ATTEMPTS, Map.of(Problem.RETRY_AFTER, wait.toSeconds() + 1));
                    });
            Optional<String> found = orders.proved(orderId, proof);
            found.ifPresent(order -> attempts.giveBack(keys));
            return found;
        });
        proved.ifPresent(order -> Verification.ofOrNew(conversationId).orderId = order);
        return proved.isPresent();
    }

    /**
     * Asks for a code by mail. A check that was open is closed.
     *
     * @param boundTo whose conversation it is already
     * @return when the check ends, for every address alike
     */
    @Transactional
    public Instant requestCode(UUID conversationId, String email, Optional<String> boundTo, Optional<String> locale) {
        rows.conversation(conversationId);
        CodeCheck check = CodeCheck.lock(conversationId).orElseGet(() -> {
            CodeCheck added = new CodeCheck();
            added.conversationId = conversationId;
            return added;
        });
        check.emailKey = customers.emailKey(email);
        check.locale = locale.orElse(null);
        check.onlyCustomer = boundTo.orElse(null);
        check.mailDue = true;
        check.customerId = null;
        check.codeHash = null;
        check.triesLeft = config.codeTries();
        check.expiresAt = clock.instant().plus(config.codeValidity()).truncatedTo(ChronoUnit.MILLIS);
        check.persist();
        requested.fire(new CodeRequested(conversationId));
        return check.expiresAt;
    }

    /** The check that waits for its code. */
    @Transactional
    public Optional<OpenCheck> openCheck(UUID conversationId) {
        rows.conversation(conversationId);
        Instant now = clock.instant();
        return CodeCheck.of(conversationId)
                .filter(check -> check.isOpen(now))
                .map(check -> new OpenCheck(check.expiresAt, check.triesLeft));
    }

    /** Tries a code. A wrong one costs a try, also where no mail was sent; the last one closes the check. */
    @Transactional
    public CodeResult tryCode(UUID conversationId, String code) {
        rows.conversation(conversationId);
        Instant now = clock.instant();
        Optional<CodeCheck> open = CodeCheck.lock(conversationId).filter(check -> check.isOpen(now));
        if (open.isEmpty()) {
            return new CodeResult.Wrong(0);
        }
        CodeCheck check = open.get();
        if (!check.isRight(code)) {
            check.triesLeft--;
            return new CodeResult.Wrong(check.triesLeft);
        }
        Verification verification = Verification.ofOrNew(conversationId);
        verification.customerId = check.customerId;
        verification.verifiedUntil = now.plus(config.verifiedFor()).truncatedTo(ChronoUnit.MILLIS);
        // A code works once.
        check.delete();
        return new CodeResult.Right(verification.customerId, verification.verifiedUntil);
    }
}
