package io.attendant.testsupport.gemini;

import static io.attendant.testsupport.gemini.EmulatorClient.says;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attendant.testsupport.gemini.EmulatorClient.Events;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an API of its own accord would never do, but a network and a proxy do. */
@Timeout(30)
class OutageTest {

    private final GeminiEmulator gemini = GeminiEmulator.start();
    private final EmulatorClient client = new EmulatorClient(gemini);

    @AfterEach
    void close() {
        client.close();
        gemini.close();
    }

    @Test
    void floodsUntilTheClientGoes() throws Exception {
        gemini.script(GeminiReply.chunks("Let me see").thenFlood("la".repeat(1_000)));

        Events events = client.stream(says("Where is it?"));
        events.next();
        GeminiRequest request = gemini.requests().get(0);
        assertThat(request.finished()).isNotDone();
        events.close();

        request.clientClosed().get(5, SECONDS);
        request.finished().get(5, SECONDS);
    }

    @Test
    void dripsTheSameEventAgainAndAgain() throws Exception {
        String drop =
                "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"la\"}],\"role\":\"model\"}}]}\r\n\r\n";
        gemini.script(GeminiReply.chunks("Let me see").thenDrip(drop, Duration.ofMillis(1)));

        try (Events events = client.stream(says("Where is it?"))) {
            events.next();
            for (int i = 0; i < 20; i++) {
                assertThat(EmulatorClient.text(events.next())).isEqualTo("la");
            }
        }
    }

    @Test
    void compressesWithoutBeingAsked() throws Exception {
        gemini.script(GeminiReply.compressed("text/event-stream", "data: {}\r\n\r\n"));

        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(gemini.baseUrl() + "/models/gemini-3.8-flash:streamGenerateContent?alt=sse"))
                .header("x-goog-api-key", gemini.apiKey())
                .POST(BodyPublishers.ofString(says("Hello")))
                .build();
        HttpResponse<byte[]> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data: {}\r\n\r\n");
        }
    }

    @Test
    void goesDownAfterTheAnswersThatRunAndComesBack() throws Exception {
        Gate gate = new Gate();
        gemini.script(GeminiReply.hold(gate).thenText("Bye."), GeminiReply.text("Back."));
        CompletableFuture<String> running = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                running.complete(client.generate(says("1")).body());
            } catch (IOException | InterruptedException e) {
                running.completeExceptionally(e);
            }
        });
        gate.reached().get(5, SECONDS);

        gemini.goDown();
        assertThatThrownBy(() -> client.generate(says("2"))).isInstanceOf(IOException.class);
        gate.release();
        assertThat(running.get(5, SECONDS)).contains("Bye.");
        assertThatThrownBy(() -> client.generate(says("3"))).isInstanceOf(IOException.class);

        gemini.comeBack();
        assertThat(client.generate(says("4")).body()).contains("Back.");
    }
}
