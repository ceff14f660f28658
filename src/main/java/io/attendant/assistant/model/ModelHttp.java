package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.AssistantConfig;
import io.attendant.assistant.TurnStoppedException;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Calls a provider and reads its stream on the turn's own thread, event by event as they arrive. A call either ends with a
 * whole answer or throws one {@link ModelFailure}; it is bounded in silence, in time and in size, and stopping the turn closes
 * its connection.
 *
 * <p>No failure carries a cause: the messages of parsers and of the HTTP client quote what they read.
 */
final class ModelHttp implements HttpClient {
    /** Errors are short; of anything longer the status says enough. */
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    /** An announced end lets the connection be used again, and is not worth waiting for. */
    private static final Duration END_OF_CONNECTION = Duration.ofMillis(500);

    private final java.net.http.HttpClient client;
    private final Duration idleTimeout;
    private final ModelWire wire;

    private ModelHttp(AssistantConfig.Provider config, ModelWire wire) {
        this.client = java.net.http.HttpClient.newBuilder()
                .connectTimeout(config.connectTimeout())
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build();
        this.idleTimeout = config.idleTimeout();
        this.wire = wire;
    }

    /** What the client libraries ask for. The timeouts are ours, not theirs. */
    static HttpClientBuilder builder(AssistantConfig.Provider config, ModelWire wire) {
        return new Builder(config, wire);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        AnswerTurn turn = AnswerTurn.current();
        try (var watch = SilenceWatch.start(idleTimeout, turn.callTimeLeft())) {
            HttpResponse<InputStream> response = send(outgoing(request), turn, watch);
            try (InputStream body = response.body()) {
                watch.heard();
                watch.over(body);
                turn.whileOpen(body, () -> {
                    if (response.statusCode() != 200) {
                        throw refusal(response, turn);
                    }
                    read(body, wire.answer(listener), turn, watch);
                    return null;
                });
            }
            listener.onClose();
        } catch (ModelFailure | TurnStoppedException e) {
            throw e;
        } catch (Exception e) {
            turn.checkGoingOn();
            Log.warnf("a model's answer could not be taken in: %s", e.getClass().getName());
            throw new ModelFailure(ModelFailure.Kind.GARBLED);
        }
    }

    private java.net.http.HttpRequest outgoing(HttpRequest request) {
        try {
            var outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                    .POST(BodyPublishers.ofString(wire.request(request.body())));
            request.headers().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
            return outgoing.build();
        } catch (IllegalArgumentException e) {
            // An address or a key that can't be sent; the message would quote it.
            Log.warn("the model's address or key is malformed");
            throw new ModelFailure(ModelFailure.Kind.DENIED);
        }
    }

    private HttpResponse<InputStream> send(java.net.http.HttpRequest request, AnswerTurn turn, SilenceWatch watch)
            throws Exception {
        CompletableFuture<HttpResponse<InputStream>> call = client.sendAsync(request, BodyHandlers.ofInputStream());
        AutoCloseable cancel = () -> call.cancel(true);
        watch.over(cancel);
        return turn.whileOpen(cancel, () -> {
            try {
                return call.get();
            } catch (ExecutionException | CancellationException e) {
                turn.checkGoingOn();
                throw new ModelFailure(watch.fired() ? ModelFailure.Kind.SILENT : ModelFailure.Kind.UNREACHABLE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                call.cancel(true);
                throw new TurnStoppedException();
            }
        });
    }

    private static void read(InputStream body, AnswerStream answer, AnswerTurn turn, SilenceWatch watch) {
        var lines = new BoundedLines(body, watch::heard);
        ModelFailure.Kind broken = null;
        try {
            String line;
            while ((line = lines.next()) != null) {
                answer.line(line);
                if (answer.ended()) {
                    watch.expectEndWithin(END_OF_CONNECTION);
                }
            }
        } catch (IOException e) {
            broken = lines.begun() ? ModelFailure.Kind.CUT : ModelFailure.Kind.UNREACHABLE;
        }
        turn.checkGoingOn();
        if (!answer.whole() && (broken != null || watch.fired())) {
            throw new ModelFailure(watch.fired() ? ModelFailure.Kind.SILENT : broken);
        }
        answer.end();
    }

    private ModelFailure refusal(HttpResponse<InputStream> response, AnswerTurn turn) {
        JsonNode body;
        try {
            body = WireJson.readIfAny(response.body().readNBytes(MAX_ERROR_BYTES));
        } catch (IOException e) {
            turn.checkGoingOn();
            Log.debugf("the rest of an error did not come: %s", e.getClass().getName());
            body = MissingNode.getInstance();
        }
        return wire.refusal(
                response.statusCode(),
                body,
                response.headers().firstValue("Retry-After").flatMap(RetryAfter::seconds));
    }

    /** Only streams are asked for. */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new IllegalStateException("Attendant asks models for streams only");
    }

    private record Builder(AssistantConfig.Provider config, ModelWire wire) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return config.connectTimeout();
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return config.idleTimeout();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new ModelHttp(config, wire);
        }
    }
}
