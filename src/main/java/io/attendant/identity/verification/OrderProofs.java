package io.attendant.identity.verification;

import java.util.Optional;

/** Checks what somebody says about an order. Implemented by whoever keeps the orders. */
public interface OrderProofs {
    /** What the shopper gives besides the order's number. */
    sealed interface Proof {
        record Email(String email) implements Proof {}

        record PostalCode(String postalCode) implements Proof {}
    }

    /**
     * The order's real id if there is such an order and the proof fits it, in a transaction that may see all. Asks the database
     * the same questions whether or not there is one.
     *
     * @param orderId as the shopper writes it
     */
    Optional<String> proved(String orderId, Proof proof);
}
