package io.attendant.testsupport.gemini;

import static io.attendant.testsupport.gemini.EmulatorClient.events;
import static io.attendant.testsupport.gemini.EmulatorClient.parse;
import static io.attendant.testsupport.gemini.EmulatorClient.says;
import static io.attendant.testsupport.gemini.EmulatorClient.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attendant.testsupport.gemini.EmulatorClient.Events;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamingTest {

    private final GeminiEmulator gemini = GeminiEmulator.start();
    private final EmulatorClient client = new EmulatorClient(gemini);

    @AfterEach
    void close() {
        client.close();
        gemini.close();
    }

    @Test
    void aChunkArrivesWhileTheNextIsHeldBack() throws Exception {
        Gate gate = new Gate();
        gemini.script(GeminiReply.chunks("It was shipped. ").thenHold(gate).thenChunks("Bye."));

        try (Events events = client.stream(says("Where is it?"))) {
            assertThat(text(events.next())).isEqualTo("It was shipped. ");
            gate.reached().get(5, SECONDS);
            GeminiRequest request = gemini.requests().get(0);
            assertThat(request.finished()).isNotDone();
            gate.release();
            assertThat(text(events.next())).isEqualTo("Bye.");
            events.rest();
            request.finished().get(5, SECONDS);
            assertThat(request.clientClosed()).isNotDone();
        }
    }

    @Test
    void aGateHoldsBackTheFirstByteOfAnObjectToo() throws Exception {
        Gate gate = new Gate();
        gemini.script(GeminiReply.hold(gate).thenText("Done."));

        CompletableFuture<HttpResponse<String>> response = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                response.complete(client.generate(says("Hello")));
            } catch (IOException | InterruptedException e) {
                response.completeExceptionally(e);
            }
        });
        gate.reached().get(5, SECONDS);
        assertThat(response).isNotDone();
        gate.release();

        assertThat(text(parse(response.get(5, SECONDS).body()))).isEqualTo("Done.");
    }

    @Test
    void tellsThatTheClientClosedWhileTheModelWasSilent() throws Exception {
        gemini.script(GeminiReply.chunks("Let me see").thenSilence());

        Events events = client.stream(says("Where is it?"));
        events.next();
        GeminiRequest request = gemini.firstRequest(r -> true).get(5, SECONDS);
        assertThat(request.clientClosed()).isNotDone();
        events.close();

        request.clientClosed().get(5, SECONDS);
        request.finished().get(5, SECONDS);
    }

    @Test
    void closingTheEmulatorEndsSilence() throws Exception {
        gemini.script(GeminiReply.chunks("Let me see").thenSilence());

        try (Events events = client.stream(says("Where is it?"))) {
            events.next();
            GeminiRequest request = gemini.requests().get(0);
            gemini.close();
            request.finished().get(5, SECONDS);
            assertThat(request.clientClosed()).isNotDone();
            assertThatThrownBy(events::rest).isInstanceOf(IOException.class);
        }
    }

    @Test
    void cutsAndHangsUpInMidStream() throws Exception {
        Gate cut = new Gate();
        Gate hangUp = new Gate();
        gemini.script(
                GeminiReply.chunks("Half a sen").thenHold(cut).thenCut(),
                GeminiReply.chunks("Half a sen").thenHold(hangUp).thenHangUp());

        for (Gate gate : List.of(cut, hangUp)) {
            try (Events events = client.stream(says("Hello"))) {
                assertThat(text(events.next())).isEqualTo("Half a sen");
                gate.release();
                assertThatThrownBy(events::rest).isInstanceOf(IOException.class);
            }
        }
        assertThat(gemini.requests())
                .allMatch(request -> !request.clientClosed().isDone());
    }

    @Test
    void cutsAnObjectInTheMiddleAndBeforeTheFirstByte() {
        gemini.script(GeminiReply.text("Whole.").thenCut(), GeminiReply.cut());

        assertThatThrownBy(() -> client.generate(says("1"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.generate(says("2"))).isInstanceOf(IOException.class);
    }

    @Test
    void anErrorInMidStreamIsABareObject() throws Exception {
        gemini.script(
                GeminiReply.chunks("Half").thenError(GeminiError.overloaded()),
                GeminiReply.chunks("Half").thenError(GeminiError.overloaded()));

        HttpResponse<String> sse = client.streamed(says("Hello"));
        HttpResponse<String> array = client.post("/models/gemini-3.8-flash:streamGenerateContent", says("Hello"));

        assertThat(sse.statusCode()).isEqualTo(200);
        String[] pieces = sse.body().split("\r\n\r\n");
        assertThat(pieces).hasSize(2);
        assertThat(parse(pieces[1]).at("/error/code").asInt()).isEqualTo(503);
        assertThat(parse(array.body()).at("/1/error/code").asInt()).isEqualTo(503);
    }

    @Test
    void sendsGarbageAsItIs() throws Exception {
        gemini.script(
                GeminiReply.chunks("Fine.").thenGarbage("data: {\"candi\r\n\r\n"),
                GeminiReply.text("Fine.").thenGarbage("\u0000\u0001<html>"));

        assertThat(client.streamed(says("1")).body()).contains("data: {\"candi\r\n\r\n");
        assertThat(client.generate(says("2")).body()).isEqualTo("\u0000\u0001<html>");
    }

    @Test
    void streamsAHugeAnswer() throws Exception {
        String answer = "A sentence that goes on and on. ".repeat(100_000);
        gemini.script(GeminiReply.text(answer));

        List<String> chunks = events(client.streamed(says("Tell me all")).body()).stream()
                .map(EmulatorClient::text)
                .toList();

        assertThat(chunks).hasSizeLessThan(1_000);
        assertThat(chunks.stream().collect(Collectors.joining())).isEqualTo(answer);
    }

    @Test
    void chunkDelayPausesBeforeEachChunk() throws Exception {
        try (GeminiEmulator slow = GeminiEmulator.builder()
                        .chunkDelay(Duration.ofMillis(1))
                        .start();
                EmulatorClient slowClient = new EmulatorClient(slow)) {
            slow.script(GeminiReply.chunks("a", "b", "c"));

            assertThat(events(slowClient.streamed(says("Hello")).body())).hasSize(4);
        }
    }
}
