package io.attendant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.model.ModelBreaker;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.DatabaseOwner;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The same with a circuit that opens and closes all the time. */
@QuarkusTest
@TestProfile(MisbehavingModelBehindBreakerTest.NervousCircuit.class)
class MisbehavingModelBehindBreakerTest extends ApplicationTest {
    private static final int TURNS = 200;
    private static final long SEED = 7;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    ModelBreaker circuit;

    @Test
    void nothingIsLostPoisonedOrDoneTwice() {
        try (DatabaseOwner owner = DatabaseOwner.of(url)) {
            var misbehaviour = new Misbehaviour(attendant, gemini, owner);
            misbehaviour.run(TURNS, SEED, circuit::reset);
            Map<String, String> figures = misbehaviour.figures();
            System.out.println("random turns behind a breaker: " + figures);
            assertThat(owner.count("SELECT count(*) FROM turns WHERE degraded AND model_calls = 1"))
                    .as("turns that found the circuit open")
                    .isPositive();
        }
    }

    /** Opens at a third of the last ten calls and probes soon. */
    public static class NervousCircuit extends HastyTimes {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(Map.of(
                    "attendant.assistant.breaker.window", "10",
                    "attendant.assistant.breaker.least-calls", "10",
                    "attendant.assistant.breaker.failure-percentage", "33",
                    "attendant.assistant.breaker.open-for", "PT0.3S"));
            return settings;
        }
    }
}
