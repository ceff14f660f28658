package io.attendant.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** For tests that put the clock forward; inject {@link MovableClock}. */
public class MovableTime implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class);
    }
}
