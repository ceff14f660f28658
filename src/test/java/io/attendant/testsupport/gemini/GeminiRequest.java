package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.http.RawRequest;
import io.attendant.testsupport.gemini.protocol.Content;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.FunctionDeclaration;
import io.attendant.testsupport.gemini.protocol.FunctionResponse;
import io.attendant.testsupport.gemini.protocol.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request that the emulator received. What a refused or foreign body lacks reads as empty. */
public final class GeminiRequest {

    private final long sequence;
    private final GeminiOperation operation;
    private final String model;
    private final RawRequest raw;
    private final Payload payload;
    private final List<Content> contents;
    private final CompletableFuture<Void> clientClosed;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();

    GeminiRequest(
            long sequence,
            GeminiOperation operation,
            String model,
            RawRequest raw,
            Payload payload,
            CompletableFuture<Void> clientClosed) {
        this.sequence = sequence;
        this.operation = operation;
        this.model = model;
        this.raw = raw;
        this.payload = payload;
        this.contents = payload.contents();
        this.clientClosed = clientClosed;
    }

    /** The order of arrival, from 1. */
    public long sequence() {
        return sequence;
    }

    public GeminiOperation operation() {
        return operation;
    }

    public boolean streaming() {
        return operation == GeminiOperation.STREAM_GENERATE_CONTENT;
    }

    /** The model's id, without {@code models/}. */
    public String model() {
        return model;
    }

    public String method() {
        return raw.method();
    }

    public String path() {
        return raw.path();
    }

    public Map<String, String> query() {
        return raw.query();
    }

    public Optional<String> header(String name) {
        return raw.header(name);
    }

    public Map<String, String> headers() {
        return raw.headers();
    }

    /** The body as sent. */
    public String body() {
        return new String(raw.body(), StandardCharsets.UTF_8);
    }

    /** The body in camel case, every repeated field an array. */
    public JsonNode json() {
        return payload.json();
    }

    public List<Content> contents() {
        return contents;
    }

    public String systemInstruction() {
        return payload.systemInstruction();
    }

    public List<FunctionDeclaration> functionDeclarations() {
        return payload.functionDeclarations();
    }

    /** The names of all declared functions. */
    public List<String> declaredTools() {
        return functionDeclarations().stream().map(FunctionDeclaration::name).toList();
    }

    public JsonNode generationConfig() {
        return payload.generationConfig();
    }

    /** The text of each user content that has some, oldest first. */
    public List<String> userTexts() {
        return contents.stream()
                .filter(content -> !content.fromModel() && content.hasText())
                .map(Content::text)
                .toList();
    }

    /** What the model said, oldest first; steps that only call functions are not among it. */
    public List<String> modelTexts() {
        return contents().stream()
                .filter(Content::fromModel)
                .filter(Content::hasText)
                .map(Content::text)
                .toList();
    }

    /** The newest user text, or an empty one. */
    public String lastUserText() {
        List<String> texts = userTexts();
        return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
    }

    /** The first match of the pattern in the newest user text, such as an order number. */
    public Optional<String> inLastUserText(String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(lastUserText());
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** All calls that the model made in this conversation, oldest first. */
    public List<FunctionCall> functionCalls() {
        return contents.stream()
                .flatMap(content -> content.functionCalls().stream())
                .toList();
    }

    /** All responses in this conversation, oldest first. */
    public List<FunctionResponse> allFunctionResponses() {
        return contents.stream()
                .flatMap(content -> content.functionResponses().stream())
                .toList();
    }

    /** The responses to the model's newest calls; empty when the user spoke after them. */
    public List<FunctionResponse> functionResponses() {
        List<FunctionResponse> newest = new ArrayList<>();
        for (int i = contents.size() - 1; i >= 0 && !contents.get(i).fromModel(); i--) {
            if (contents.get(i).functionResponses().isEmpty()) {
                return List.of();
            }
            newest.addAll(0, contents.get(i).functionResponses());
        }
        return newest;
    }

    /** The newest response of this function since the user last spoke. */
    public Optional<FunctionResponse> functionResponse(String name) {
        return functionResponses().stream()
                .filter(response -> response.name().equals(name))
                .reduce((first, second) -> second);
    }

    /** Completes when the client closed the connection before it had the whole answer. */
    public CompletableFuture<Void> clientClosed() {
        return clientClosed.copy();
    }

    /** Completes when the emulator is done with the request, however it ended. */
    public CompletableFuture<Void> finished() {
        return finished.copy();
    }

    Payload payload() {
        return payload;
    }

    void finish() {
        finished.complete(null);
    }

    /** Names what was asked and what came last, for messages of failed assertions. */
    @Override
    public String toString() {
        String last = functionResponses().isEmpty()
                ? "\"" + lastUserText() + "\""
                : functionResponses().stream()
                        .map(FunctionResponse::name)
                        .collect(Collectors.joining(", ", "results of ", ""));
        return "#%d %s %s %s".formatted(sequence, operation, model, last);
    }
}
