package io.attendant.conversations;

import jakarta.inject.Singleton;
import java.util.UUID;

/** This process among those that serve the same database; a restarted one is another. */
@Singleton
public class Replica {
    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
