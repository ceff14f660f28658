package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something checkable in a text, in a form that doesn't depend on language or writing; from {@code start} to {@code end}. */
sealed interface Mention {
    int start();

    int end();

    /**
     * @param values the readings of its digits: 1.234 is a thousand in one language and about one in another
     * @param currency the ISO codes that the sign may stand for; empty if none is written
     */
    record Amount(int start, int end, Set<BigDecimal> values, Set<String> currency) implements Mention {}

    /** That something costs nothing. */
    record Free(int start, int end) implements Mention {}

    record Percent(int start, int end, Set<BigDecimal> values) implements Mention {}

    /** A day of the calendar; all readings of a numeric writing. */
    record Day(int start, int end, List<CalendarDay> readings) implements Mention {}

    record Weekday(int start, int end, DayOfWeek day, boolean recurring) implements Mention {}

    /** So many days from today. */
    record Relative(int start, int end, int days) implements Mention {}

    /** The week so many weeks from this one. */
    record Week(int start, int end, int weeks) implements Mention {}

    /** @param spoken whether it is told in words, which leave open the half of the day */
    record Clock(int start, int end, int hour, int minute, boolean spoken) implements Mention {}

    /**
     * A number of things.
     *
     * @param upper the upper end of a range
     * @param unit what is counted, as the word files name it; empty if they don't know it
     * @param noun the word after the number, if that is unknown
     */
    record Quantity(
            int start, int end, Set<BigDecimal> values, Optional<Set<BigDecimal>> upper, String unit, String noun)
            implements Mention {}

    record Identifier(int start, int end, Claim.Kind kind, String value) implements Mention {}
}
