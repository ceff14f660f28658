package io.attendant.assistant.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a provider wants to be asked again. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s?");

    private RetryAfter() {}

    /** Seconds such as {@code 56}, {@code 56s} or {@code 56.185908122s}; empty for anything else, such as a date. */
    static Optional<Duration> seconds(String text) {
        Matcher seconds = SECONDS.matcher(text.strip());
        return seconds.matches()
                ? Optional.of(Duration.ofNanos(
                        new BigDecimal(seconds.group(1)).movePointRight(9).longValueExact()))
                : Optional.empty();
    }
}
