package io.attendant.identity;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is asking, as the server established it. Tools get it beside their arguments, never from them: nothing the model says
 * changes it.
 *
 * @param customerId the shopper at level {@code customer}
 * @param orderId the one order readable at level {@code order}
 * @param verifiedUntil until when, if the level {@code customer} comes from a code rather than from a bearer token
 * @param locale the language of the UI, as a BCP 47 tag
 */
public record ShopperSession(
        TrustLevel level,
        Optional<String> customerId,
        Optional<String> orderId,
        Optional<Instant> verifiedUntil,
        Optional<String> locale) {

    public ShopperSession {
        if ((level == TrustLevel.customer) != customerId.isPresent()) {
            throw new IllegalArgumentException("level customer and a customer go together");
        }
    }

    public static ShopperSession anonymous(Optional<String> locale) {
        return new ShopperSession(TrustLevel.anonymous, Optional.empty(), Optional.empty(), Optional.empty(), locale);
    }

    /** Somebody who named an order and something on it that only its owner should know. */
    public static ShopperSession ofOrder(String orderId, Optional<String> locale) {
        return new ShopperSession(TrustLevel.order, Optional.empty(), Optional.of(orderId), Optional.empty(), locale);
    }

    /** Somebody who read a code sent to the customer's e-mail address. */
    public static ShopperSession verified(String customerId, Instant until, Optional<String> locale) {
        return new ShopperSession(
                TrustLevel.customer, Optional.of(customerId), Optional.empty(), Optional.of(until), locale);
    }

    public static ShopperSession customer(String customerId, Optional<String> locale) {
        return new ShopperSession(
                TrustLevel.customer, Optional.of(customerId), Optional.empty(), Optional.empty(), locale);
    }

    public ShopperSession withLocale(String newLocale) {
        return new ShopperSession(level, customerId, orderId, verifiedUntil, Optional.of(newLocale));
    }

    /** @throws ProblemException {@link ErrorCode#VERIFICATION_REQUIRED} below level {@code customer} */
    public String requireCustomer() {
        return customerId.orElseThrow(() -> new ProblemException(ErrorCode.VERIFICATION_REQUIRED));
    }

    /** @throws ProblemException {@link ErrorCode#VERIFICATION_REQUIRED} below {@code needed} */
    public void require(TrustLevel needed) {
        if (!level.reaches(needed)) {
            throw new ProblemException(ErrorCode.VERIFICATION_REQUIRED);
        }
    }
}
