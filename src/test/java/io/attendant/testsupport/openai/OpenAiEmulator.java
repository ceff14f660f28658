package io.attendant.testsupport.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.shared.Json;
import io.attendant.testsupport.gemini.http.Exchange;
import io.attendant.testsupport.gemini.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The chat completions API on 127.0.0.1. Replies are scripted in the order of the requests; a request that breaks a rule is
 * refused as the API would refuse it, and kept as a violation.
 */
public final class OpenAiEmulator implements AutoCloseable {
    private static final Map<String, String> EVENTS = Map.of("Content-Type", "text/event-stream");

    private final String apiKey;
    private final LoopbackServer server;
    private final Deque<OpenAiReply> script = new ArrayDeque<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private OpenAiReply otherwise;
    private Exchange latest;

    private OpenAiEmulator(String apiKey) {
        this.apiKey = apiKey;
        this.server = LoopbackServer.start(0, this::handle);
    }

    /** @param apiKey what requests have to carry; none if empty */
    public static OpenAiEmulator start(String apiKey) {
        return new OpenAiEmulator(apiKey);
    }

    public String baseUrl() {
        return server.origin() + "/v1";
    }

    public String apiKey() {
        return apiKey;
    }

    /** The replies to the next requests, in order. */
    public synchronized void script(OpenAiReply... replies) {
        script.addAll(List.of(replies));
    }

    /** The reply to every request that no script is left for. */
    public synchronized void otherwise(OpenAiReply reply) {
        otherwise = reply;
    }

    /** The bodies of all requests, oldest first. */
    public synchronized List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** What the API would have refused, and what the script could not answer. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** Completes when the latest client closes its connection before its answer is complete. */
    public synchronized CompletableFuture<Void> clientLeft() {
        return latest.clientClosed();
    }

    public synchronized void reset() {
        script.clear();
        requests.clear();
        violations.clear();
        otherwise = null;
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(Exchange exchange) throws IOException {
        String authorization = exchange.request().header("Authorization").orElse("");
        if (!exchange.request().path().equals("/v1/chat/completions")) {
            refuse(exchange, 404, "no such path: " + exchange.request().path());
        } else if (!authorization.equals(apiKey.isEmpty() ? "" : "Bearer " + apiKey)) {
            refuse(exchange, 401, "incorrect API key");
        } else {
            JsonNode request = Json.mapper().readTree(exchange.request().body());
            List<String> findings = OpenAiRules.check(request);
            OpenAiReply reply = findings.isEmpty() ? next(request, exchange) : null;
            if (!findings.isEmpty()) {
                refuse(exchange, 400, findings.toString());
            } else if (reply == null) {
                refuse(exchange, 500, "nothing scripted for a request");
            } else {
                new Answer(exchange, request).send(reply);
            }
        }
    }

    private synchronized OpenAiReply next(JsonNode request, Exchange exchange) {
        requests.add(request);
        latest = exchange;
        return script.isEmpty() ? otherwise : script.removeFirst();
    }

    private void refuse(Exchange exchange, int status, String why) throws IOException {
        synchronized (this) {
            violations.add(why);
        }
        exchange.send(status, Map.of(), bytes(OpenAiReply.errorJson("invalid_request_error", null)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One answer on its way. */
    private static final class Answer {
        private final Exchange exchange;
        private final JsonNode request;
        private Exchange.BodyStream body;

        private Answer(Exchange exchange, JsonNode request) {
            this.exchange = exchange;
            this.request = request;
        }

        private void send(OpenAiReply reply) throws IOException {
            for (OpenAiReply.Step step : reply.steps()) {
                if (!went(step)) {
                    return;
                }
            }
            if (!reply.finishReason().isEmpty()) {
                write(data(choice(Json.mapper().createObjectNode(), reply.finishReason())));
            }
            if (request.path("stream_options").path("include_usage").asBoolean()) {
                ObjectNode usage = chunk();
                usage.putArray("choices");
                usage.putObject("usage")
                        .put("prompt_tokens", 120)
                        .put("completion_tokens", 30)
                        .put("total_tokens", 150);
                write(data(usage));
            }
            body().end(bytes(reply.saysDone() ? "data: [DONE]\n\n" : ""));
        }

        /** Whether the answer goes on. */
        private boolean went(OpenAiReply.Step step) throws IOException {
            switch (step) {
                case OpenAiReply.Step.Delta piece -> write(data(choice(piece.delta(), null)));
                case OpenAiReply.Step.Raw raw -> write(raw.text());
                case OpenAiReply.Step.Hold hold -> {
                    body();
                    exchange.await(hold.gate().arrive());
                }
                case OpenAiReply.Step.Status error -> {
                    exchange.send(error.status(), error.headers(), bytes(error.body()));
                    return false;
                }
                case OpenAiReply.Step.Cut cut -> {
                    exchange.cut();
                    return false;
                }
                case OpenAiReply.Step.HangUp hangUp -> {
                    exchange.hangUp();
                    return false;
                }
                case OpenAiReply.Step.Forever forever -> {
                    while (!forever.bytes().isEmpty()) {
                        write(forever.bytes());
                        exchange.pause(forever.pause());
                    }
                    exchange.awaitLoss();
                    return false;
                }
            }
            return true;
        }

        private void write(String text) throws IOException {
            body().write(bytes(text));
        }

        private Exchange.BodyStream body() throws IOException {
            if (body == null) {
                body = exchange.open(200, EVENTS);
            }
            return body;
        }

        private static String data(JsonNode event) {
            return "data: " + event + "\n\n";
        }

        private ObjectNode choice(ObjectNode delta, String finishReason) {
            ObjectNode chunk = chunk();
            ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
            choice.set("delta", delta);
            choice.put("finish_reason", finishReason);
            return chunk;
        }

        private ObjectNode chunk() {
            return Json.mapper()
                    .createObjectNode()
                    .put("id", "chatcmpl-1")
                    .put("object", "chat.completion.chunk")
                    .put("created", 1_790_000_000)
                    .put("model", request.path("model").asText());
        }
    }
}
