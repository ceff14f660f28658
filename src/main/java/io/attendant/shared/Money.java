package io.attendant.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount in the shop's currency with exactly two decimals; a JSON number on the wire. May be negative (a difference).
 *
 * @param amount at scale 2
 */
@RegisterForReflection
@Schema(type = SchemaType.NUMBER, description = "an amount in the shop's currency, two decimals")
public record Money(BigDecimal amount) implements Comparable<Money> {
    public static final Money ZERO = new Money(BigDecimal.ZERO);
    private static final int MAX_WHOLE_DIGITS = 10;
    private static final int MAX_SCALE = 100;

    /** @throws ArithmeticException if it has more than two decimals or ten digits before the point */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Money {
        // Before any rescaling: writing out a number like 1e999999999 takes gigabytes.
        if (amount.precision() - (long) amount.scale() > MAX_WHOLE_DIGITS || amount.scale() > MAX_SCALE) {
            throw new ArithmeticException("amount out of range");
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    @JsonValue
    @Override
    public BigDecimal amount() {
        return amount;
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negated() {
        return new Money(amount.negate());
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
