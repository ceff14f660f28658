package io.attendant.actions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The first decision on a proposal. Fired in the transaction that carries it out: whoever observes it and fails undoes it.
 *
 * @param orderId the order it is about
 * @param code why it failed or expired
 * @param contentHash SHA-256 of all that was shown and agreed to
 * @param byCode whether the shopper proved who they are by a code rather than by a bearer token; empty if it took no proof
 */
public record ActionDecided(
        UUID conversationId,
        UUID actionId,
        String kind,
        Optional<String> orderId,
        String customerId,
        ActionStatus status,
        Optional<String> code,
        byte[] contentHash,
        Optional<Boolean> byCode,
        Instant at) {}
