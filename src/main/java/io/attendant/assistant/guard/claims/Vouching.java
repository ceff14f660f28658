package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Whether facts vouch for a figure. */
final class Vouching {
    /** Lengths of time in hours, so that 48 hours are two days. */
    private static final Map<String, BigDecimal> HOURS = Map.of(
            "minute",
            new BigDecimal("0.016666667"),
            "hour",
            BigDecimal.ONE,
            "day",
            BigDecimal.valueOf(24),
            "week",
            BigDecimal.valueOf(168));

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    /** What may be meant by the nouns that the word files know. */
    private static final Map<String, Set<String>> COUNTED_AS = Map.of(
            "item", Set.of("item", "stock", "line", "pieces", "product"),
            "order", Set.of("order"),
            "parcel", Set.of("parcel"),
            "method", Set.of("method", "payment", "giftcard"),
            "giftcard", Set.of("giftcard"),
            "product", Set.of("product", "variant", "item", "pieces"),
            "times", Set.of("order"),
            "ahead", Set.of("ahead"));

    private static final Set<String> KNOWN_NOUNS = Set.of(
            "item",
            "pieces",
            "stock",
            "order",
            "parcel",
            "method",
            "giftcard",
            "product",
            "variant",
            "position",
            "ahead",
            "");

    private Vouching() {}

    static boolean amount(Mention.Amount amount, Map<BigDecimal, Set<String>> amounts, String shopCurrency) {
        return amount.values().stream().anyMatch(value -> {
            Set<String> currencies = amounts.get(value);
            if (currencies == null) {
                return false;
            }
            return amount.currency().isEmpty()
                    || (currencies.isEmpty()
                            ? amount.currency().contains(shopCurrency)
                            : currencies.stream().anyMatch(amount.currency()::contains));
        });
    }

    static boolean count(BigDecimal value, String unit, Facts facts) {
        return facts.counts.stream()
                .anyMatch(count -> sameLength(value, unit, count.value(), count.unit())
                        || (count.value().compareTo(value) == 0
                                && (compatible(unit, count.unit()) || (isBare(count) && !isTime(unit)))));
    }

    static boolean range(Mention.Quantity quantity, Facts facts) {
        return facts.ranges.stream()
                .anyMatch(range -> quantity.values().contains(range.lower())
                        && quantity.upper().orElseThrow().contains(range.upper())
                        && (range.unit().isEmpty()
                                || (quantity.unit().isEmpty() && quantity.noun().isEmpty())
                                || compatible(quantity.unit(), range.unit())));
    }

    /** The value of an option, whose unit is its name. */
    private static boolean isBare(Facts.Count count) {
        return count.unit().isEmpty() && count.noun().isEmpty();
    }

    private static boolean compatible(String unit, String counted) {
        if (unit.isEmpty()) {
            return KNOWN_NOUNS.contains(counted);
        }
        return unit.equals(counted) || COUNTED_AS.getOrDefault(unit, Set.of()).contains(counted);
    }

    /** Whether it is the same length of time in another unit. */
    static boolean sameLength(BigDecimal value, String unit, BigDecimal other, String otherUnit) {
        BigDecimal hours = HOURS.get(unit);
        BigDecimal otherHours = HOURS.get(otherUnit);
        if (hours != null && otherHours != null) {
            return value.multiply(hours).compareTo(other.multiply(otherHours)) == 0;
        }
        return (unit.equals("year")
                        && otherUnit.equals("month")
                        && value.multiply(MONTHS).compareTo(other) == 0)
                || (unit.equals("month")
                        && otherUnit.equals("year")
                        && other.multiply(MONTHS).compareTo(value) == 0);
    }

    static boolean isTime(String unit) {
        return HOURS.containsKey(unit) || unit.equals("month") || unit.equals("year");
    }
}
