package io.attendant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.CapturedLog;
import io.attendant.testsupport.DatabaseOwner;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * No conversation is poisoned, no turn lost and nothing written twice, whatever the model does. {@code -Drandom.turns=10000}
 * makes it longer, {@code -Drandom.seed} another one.
 */
@QuarkusTest
@TestProfile(HastyTimes.class)
class MisbehavingModelTest extends ApplicationTest {
    private static final int TURNS = Integer.getInteger("random.turns", 600);
    private static final long SEED = Long.getLong("random.seed", 20_261_122);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void nothingIsLostPoisonedOrDoneTwice() {
        try (DatabaseOwner owner = DatabaseOwner.of(url);
                CapturedLog log = CapturedLog.open()) {
            var misbehaviour = new Misbehaviour(attendant, gemini, owner);
            misbehaviour.run(TURNS, SEED, () -> {});
            // Least of all by clients that leave in the middle.
            assertThat(log.errors()).isEmpty();
            System.out.println("random turns: " + misbehaviour.figures());
        }
    }
}
