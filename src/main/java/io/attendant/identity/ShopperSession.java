package io.attendant.identity;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import java.util.Optional;

/**
 * Who is asking, as the server established it. Tools get it beside their arguments, never from them: nothing the model says
 * changes it.
 *
 * @param customerId the shopper at level {@code customer}
 * @param orderId the one order readable at level {@code order}
 * @param locale the language of the UI, as a BCP 47 tag
 */
public record ShopperSession(
        TrustLevel level, Optional<String> customerId, Optional<String> orderId, Optional<String> locale) {

    public ShopperSession {
        if ((level == TrustLevel.customer) != customerId.isPresent()) {
            throw new IllegalArgumentException("level customer and a customer go together");
        }
    }

    public static ShopperSession anonymous(Optional<String> locale) {
        return new ShopperSession(TrustLevel.anonymous, Optional.empty(), Optional.empty(), locale);
    }

    public static ShopperSession customer(String customerId, Optional<String> locale) {
        return new ShopperSession(TrustLevel.customer, Optional.of(customerId), Optional.empty(), locale);
    }

    public ShopperSession withLocale(String newLocale) {
        return new ShopperSession(level, customerId, orderId, Optional.of(newLocale));
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
