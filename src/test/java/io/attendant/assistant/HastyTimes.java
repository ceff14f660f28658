package io.attendant.assistant;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/**
 * Times so short that a test can wait for them; and neither a circuit that opens nor a budget that is used up, which would hide
 * what a fault does.
 */
public class HastyTimes implements QuarkusTestProfile {
    static final Duration TURN_DEADLINE = Duration.ofSeconds(30);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("attendant.assistant.turn-deadline", TURN_DEADLINE.toString()),
                Map.entry("attendant.assistant.call-deadline", "PT5S"),
                Map.entry("attendant.assistant.fail-over-reserve", "PT4S"),
                Map.entry("attendant.assistant.retry.first-wait", "PT0.02S"),
                Map.entry("attendant.assistant.gemini.connect-timeout", "PT2S"),
                Map.entry("attendant.assistant.gemini.idle-timeout", "PT2S"),
                Map.entry("attendant.assistant.breaker.window", "100000"),
                Map.entry("attendant.assistant.breaker.least-calls", "100000"),
                Map.entry("attendant.budget.conversation.tokens", "1000000000"),
                Map.entry("attendant.budget.conversation.calls", "1000000"));
    }
}
