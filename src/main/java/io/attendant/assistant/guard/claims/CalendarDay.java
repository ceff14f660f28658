package io.attendant.assistant.guard.claims;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;

/** A day as it is written, often without its year. */
record CalendarDay(Optional<Integer> year, MonthDay day) {
    private static final int CENTURY = 2000;

    /**
     * @param year may have two digits
     * @return empty if no month has such a day
     */
    static Optional<CalendarDay> of(Optional<Integer> year, int month, int day) {
        boolean exists = month >= 1
                && month <= Month.values().length
                && day >= 1
                && day <= Month.of(month).maxLength();
        return exists
                ? Optional.of(new CalendarDay(
                        year.map(number -> number < 100 ? CENTURY + number : number), MonthDay.of(month, day)))
                : Optional.empty();
    }

    static CalendarDay of(LocalDate date) {
        return new CalendarDay(Optional.of(date.getYear()), MonthDay.from(date));
    }

    /** Whether both can be the same day. */
    boolean matches(CalendarDay other) {
        return day.equals(other.day) && (year.isEmpty() || other.year.isEmpty() || year.equals(other.year));
    }
}
