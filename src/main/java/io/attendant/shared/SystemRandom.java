package io.attendant.shared;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Chance for what needs no secrecy, such as how long to wait. */
public class SystemRandom {
    @Produces
    @Singleton
    RandomGenerator random() {
        // Not the instance: it belongs to the thread that asks.
        return () -> ThreadLocalRandom.current().nextLong();
    }
}
