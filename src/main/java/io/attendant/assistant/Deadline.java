package io.attendant.assistant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The moment by which something has to be over. */
public record Deadline(Clock clock, Instant at) {
    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /** What is left; zero when it has passed. */
    public Duration left() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean passed() {
        return left().isZero();
    }
}
