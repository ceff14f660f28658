package io.attendant.importing.reading;

import io.attendant.shared.Money;

/** Where the errors of one row are told. */
@FunctionalInterface
public interface FieldErrors {
    /** @param field a path in the row, for example {@code items[2].price} */
    void add(String field, String reason);

    default void requireNotNegative(Money amount, String field) {
        if (amount != null && amount.compareTo(Money.ZERO) < 0) {
            add(field, "must not be negative");
        }
    }
}
