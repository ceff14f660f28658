package io.attendant.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attendant.shared.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TurnLeaseTest {
    @Inject
    Conversations conversations;

    @Inject
    TurnLog turns;

    @Inject
    TurnLease leases;

    /** Anybody could send such messages without end, and each would have been renewed for ever. */
    @Test
    void leaseThatWasRolledBackIsNotRenewed() {
        UUID conversation =
                conversations.open(Optional.empty(), Optional.empty()).id();
        int before = leases.heldHere();
        var opening = new TurnLog.Opening("a", Optional.empty(), Optional.of(UUID.randomUUID()), "local");

        assertThatThrownBy(() -> turns.begin(conversation, opening)).isInstanceOf(ProblemException.class);

        assertThat(leases.heldHere()).isEqualTo(before);
        assertThat(leases.holder(conversation).turnId()).isNull();
    }
}
