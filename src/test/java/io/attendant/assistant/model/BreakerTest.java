package io.attendant.assistant.model;

import static io.attendant.testsupport.gemini.GeminiReply.error;
import static io.attendant.testsupport.gemini.GeminiReply.hold;
import static io.attendant.testsupport.gemini.GeminiReply.promptBlocked;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.MovableClock;
import io.attendant.testsupport.MovableTime;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A provider that keeps failing is left alone, and found again when it is back. */
@QuarkusTest
@TestProfile(BreakerTest.Breaking.class)
class BreakerTest extends ApplicationTest {
    private static final int LEAST_CALLS = 4;

    @Inject
    MovableClock clock;

    /** Four calls, half of them failed, open it. */
    public static class Breaking extends MovableTime {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attendant.assistant.breaker.window", "4",
                    "attendant.assistant.breaker.least-calls", Integer.toString(LEAST_CALLS),
                    "attendant.assistant.breaker.open-for", "30s",
                    "attendant.assistant.retry.attempts", "1");
        }
    }

    @Test
    void providerThatKeepsFailingIsLeftAloneAndProbedLater() {
        open();
        assertThat(openness()).isEqualTo("1.0");

        gemini.script(request -> text("From the model."));
        JsonNode answer = attendant.guest().ask("Hello").json();
        assertThat(answer.findValue("degraded").asBoolean()).isTrue();
        assertThat(gemini.requests()).hasSize(LEAST_CALLS);

        clock.advance(Duration.ofSeconds(31));
        assertThat(attendant.guest().ask("Hello").json().path("reply").asText()).isEqualTo("From the model.");
        assertThat(openness()).isEqualTo("0.0");
        assertThat(attendant.guest().ask("Hello").json().path("reply").asText()).isEqualTo("From the model.");
    }

    @Test
    void onlyOneCallProbes() throws Exception {
        open();
        clock.advance(Duration.ofSeconds(31));
        Gate gate = new Gate();
        gemini.script(request -> hold(gate).thenText("From the model."));
        List<Attendant.Chat> chats =
                IntStream.range(0, 8).mapToObj(i -> attendant.guest()).toList();

        try (ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<JsonNode>> answers = chats.stream()
                    .map(chat -> CompletableFuture.supplyAsync(
                            () -> chat.ask("Hello").json(), shoppers))
                    .toList();
            gate.reached().get(10, SECONDS);
            // The others are answered while the probe is still open.
            while (answers.stream().filter(CompletableFuture::isDone).count() < answers.size() - 1) {
                CompletableFuture.anyOf(answers.stream()
                                .filter(answer -> !answer.isDone())
                                .toArray(CompletableFuture[]::new))
                        .get(10, SECONDS);
            }
            gate.release();
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(10, SECONDS);
            assertThat(answers)
                    .extracting(answer -> answer.join().findValue("degraded").asBoolean())
                    .containsOnlyOnce(false);
        }
        assertThat(gemini.requests()).hasSize(LEAST_CALLS + 1);
    }

    @Test
    void probeThatFailsLeavesItOpen() {
        open();
        clock.advance(Duration.ofSeconds(31));
        gemini.script(request -> error(GeminiError.overloaded()));

        attendant.guest().ask("Hello");
        assertThat(openness()).isEqualTo("1.0");
        attendant.guest().ask("Hello");
        assertThat(gemini.requests()).hasSize(LEAST_CALLS + 1);
    }

    @Test
    void whatAskedForItsFailureDoesNotOpenIt() {
        for (int i = 0; i < LEAST_CALLS * 2; i++) {
            gemini.script(promptBlocked("SAFETY"));
            attendant.guest().ask("Hello");
        }
        assertThat(openness()).isEqualTo("0.0");
    }

    private void open() {
        for (int i = 0; i < LEAST_CALLS; i++) {
            gemini.script(error(GeminiError.overloaded()));
            attendant.guest().ask("Hello");
        }
        assertThat(gemini.requests()).hasSize(LEAST_CALLS);
    }

    private String openness() {
        return attendant
                .get("/q/metrics", Map.of())
                .text()
                .lines()
                .filter(line -> line.startsWith("attendant_model_circuit_open"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("none");
    }
}
