package io.attendant.assistant.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.TurnStoppedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls Gemini and reads its stream on the turn's own thread, event by event as they arrive.
 *
 * <p>The framework's own client hands a stream over only at its end, and reports errors and completion both; here a call
 * either ends with a whole answer or throws {@link ModelFailure}. Stopping the turn closes the connection.
 */
final class GeminiHttp implements HttpClient {
    /** Far above the longest answer a model may give; a stream that goes on beyond it is not one. */
    private static final int MAX_ANSWER_CHARS = 4_000_000;

    private final java.net.http.HttpClient client;
    private final Duration idleTimeout;

    GeminiHttp(java.net.http.HttpClient client, Duration idleTimeout) {
        this.client = client;
        this.idleTimeout = idleTimeout;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        AnswerTurn turn = AnswerTurn.current();
        try {
            HttpResponse<InputStream> response = send(turn, request);
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw GeminiStream.failureOfStatus(response.statusCode());
                }
                turn.whileOpen(body, () -> {
                    read(body, new GeminiStream(listener));
                    return null;
                });
            }
            listener.onClose();
        } catch (ModelFailure | TurnStoppedException e) {
            throw e;
        } catch (IOException e) {
            turn.checkGoingOn();
            throw new ModelFailure(ModelFailure.Kind.CUT, e);
        } catch (Exception e) {
            turn.checkGoingOn();
            throw new ModelFailure(ModelFailure.Kind.GARBLED, e);
        }
    }

    private HttpResponse<InputStream> send(AnswerTurn turn, HttpRequest request) throws Exception {
        var outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .POST(BodyPublishers.ofString(GeminiRequest.repaired(request.body())));
        request.headers().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        CompletableFuture<HttpResponse<InputStream>> call =
                client.sendAsync(outgoing.build(), BodyHandlers.ofInputStream());
        return turn.whileOpen(() -> call.cancel(true), () -> {
            try {
                return call.get(idleTimeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                call.cancel(true);
                throw new ModelFailure(ModelFailure.Kind.UNREACHABLE, e);
            } catch (ExecutionException | java.util.concurrent.CancellationException e) {
                turn.checkGoingOn();
                throw new ModelFailure(ModelFailure.Kind.UNREACHABLE, e);
            }
        });
    }

    private void read(InputStream body, GeminiStream stream) throws IOException {
        try (var silence = SilenceWatch.over(body, idleTimeout);
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            int read = 0;
            String line;
            while ((line = lines.readLine()) != null) {
                silence.heard();
                read += line.length();
                if (read > MAX_ANSWER_CHARS) {
                    throw new ModelFailure(ModelFailure.Kind.GARBLED);
                }
                stream.line(line);
            }
            stream.end();
        } catch (JsonProcessingException e) {
            throw new ModelFailure(ModelFailure.Kind.GARBLED, e);
        }
    }

    /** Only streams are asked for. */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new IllegalStateException("Attendant asks Gemini for streams only");
    }
}
