package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.http.Exchange;
import io.attendant.testsupport.gemini.http.RawRequest;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.attendant.testsupport.gemini.protocol.GeminiModel;
import io.attendant.testsupport.gemini.protocol.ModelCatalog;
import io.attendant.testsupport.gemini.protocol.Payload;
import io.attendant.testsupport.gemini.protocol.PayloadReader;
import io.attendant.testsupport.gemini.protocol.RejectedRequestException;
import io.attendant.testsupport.gemini.protocol.ThoughtSignatures;
import io.attendant.testsupport.gemini.rules.RequestRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes a request from the wire to its answer: record, authorise, validate, reply. */
final class EmulatorRouter {

    private static final String BEARER = "Bearer ";

    private final EmulatorSettings settings;
    private final Script script;
    private final RequestLog log;
    private final ModelCatalog models;
    private final ThoughtSignatures signatures;
    private final RequestRules rules;
    private final Clerk clerk = new Clerk();
    private final Map<GeminiOperation, Queue<GeminiError>> failures = new ConcurrentHashMap<>();

    EmulatorRouter(EmulatorSettings settings, Script script, RequestLog log) {
        this.settings = settings;
        this.script = script;
        this.log = log;
        this.models = new ModelCatalog(settings.models());
        this.signatures = new ThoughtSignatures(settings.seed());
        this.rules = new RequestRules(signatures, settings.strictTurns());
    }

    void failNext(GeminiOperation operation, GeminiError error) {
        failures.computeIfAbsent(operation, o -> new ConcurrentLinkedQueue<>()).add(error);
    }

    void clearFailures() {
        failures.clear();
    }

    void handle(Exchange exchange) throws IOException {
        RawRequest raw = exchange.request();
        Route route = Route.of(raw);
        Reading reading = read(route, raw);
        GeminiRequest request = log.add(sequence -> new GeminiRequest(
                sequence, route.operation(), route.model(), raw, reading.payload(), exchange.clientClosed()));
        ApiResponse response = new ApiResponse(exchange, route.form(raw));
        try {
            authorise(raw);
            answer(request, reading, response);
        } catch (RejectedRequestException e) {
            refuse(request, e.error(), response);
        } finally {
            request.finish();
        }
    }

    private static Reading read(Route route, RawRequest raw) {
        if (route.operation().message().isEmpty()) {
            return new Reading(Payload.NONE, Optional.empty());
        }
        try {
            JsonNode json = PayloadReader.read(route.operation().message(), raw.body());
            return new Reading(new Payload(json), Optional.empty());
        } catch (RejectedRequestException e) {
            return new Reading(Payload.NONE, Optional.of(e));
        }
    }

    private void authorise(RawRequest raw) {
        String key = raw.header("x-goog-api-key").orElse(raw.query().getOrDefault("key", ""));
        String authorization = raw.header("Authorization").orElse("");
        if (!key.isEmpty()) {
            require(key.equals(settings.apiKey()), GeminiError.invalidApiKey());
        } else {
            require(authorization.startsWith(BEARER), GeminiError.missingApiKey());
            String token = authorization.substring(BEARER.length());
            require(token.equals(settings.accessToken()), GeminiError.invalidAccessToken());
        }
    }

    private void answer(GeminiRequest request, Reading reading, ApiResponse response) throws IOException {
        Optional<RejectedRequestException> rejection = reading.rejection();
        if (rejection.isPresent()) {
            throw rejection.get();
        }
        GeminiOperation operation = request.operation();
        switch (operation) {
            case UNKNOWN -> notFound(request, response);
            case LIST_MODELS -> reply(operation, models.list(request.query()), response);
            case GET_MODEL -> reply(operation, models.describe(request.model()), response);
            case GENERATE_CONTENT, STREAM_GENERATE_CONTENT -> {
                GeminiModel model = models.require(request.model(), operation.modelMethod());
                rules.check(request.payload(), model);
                Optional<GeminiError> failure = nextFailure(operation);
                if (failure.isPresent()) {
                    response.error(failure.get());
                } else {
                    generate(request, model, response);
                }
            }
            default -> {
                models.require(request.model(), operation.modelMethod());
                reply(operation, PlainAnswers.of(request), response);
            }
        }
    }

    private void reply(GeminiOperation operation, JsonNode answer, ApiResponse response) throws IOException {
        Optional<GeminiError> failure = nextFailure(operation);
        if (failure.isPresent()) {
            response.error(failure.get());
        } else {
            response.object(answer);
        }
    }

    private Optional<GeminiError> nextFailure(GeminiOperation operation) {
        return Optional.ofNullable(failures.get(operation)).map(Queue::poll);
    }

    private void generate(GeminiRequest request, GeminiModel model, ApiResponse response) throws IOException {
        Optional<GeminiReply> reply;
        try {
            reply = script.next(request);
        } catch (RuntimeException | AssertionError e) {
            unscripted(request, "the script failed: " + e, response);
            return;
        }
        if (reply.isEmpty() && settings.clerk()) {
            reply = Optional.of(clerk.answer(request));
        }
        if (reply.isEmpty()) {
            unscripted(request, "no reply is scripted for this request", response);
            return;
        }
        AnswerFrames frames = new AnswerFrames(request, model, reply.get().usage(), signatures, settings.seed());
        AnswerSink sink = request.streaming()
                ? new StreamSink(response, "sse".equals(request.query().get("alt")))
                : new ObjectSink(response);
        new AnswerWriter(response, sink, frames, settings.chunkDelay()).write(reply.get(), settings.seed());
    }

    private void refuse(GeminiRequest request, GeminiError error, ApiResponse response) throws IOException {
        record(new Violation(request, error.code(), error.message()));
        response.error(error);
    }

    private void unscripted(GeminiRequest request, String reason, ApiResponse response) throws IOException {
        record(new Violation(request, 500, reason));
        response.error(GeminiError.internal());
    }

    private void notFound(GeminiRequest request, ApiResponse response) throws IOException {
        record(new Violation(request, 404, "no such call: " + request.path()));
        byte[] page = "<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>".getBytes(StandardCharsets.UTF_8);
        response.foreign(404, Map.of("Content-Type", "text/html; charset=UTF-8"), page);
    }

    private void record(Violation violation) {
        log.add(violation);
        settings.onViolation().accept(violation);
    }

    private static void require(boolean satisfied, GeminiError error) {
        if (!satisfied) {
            throw new RejectedRequestException(error);
        }
    }

    /** A body, or why it could not be read. */
    private record Reading(Payload payload, Optional<RejectedRequestException> rejection) {}
}
