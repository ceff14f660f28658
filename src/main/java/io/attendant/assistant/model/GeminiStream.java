package io.attendant.assistant.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import io.attendant.shared.Json;

/**
 * The lines of Gemini's event stream. The client library drops what it doesn't know and takes a stream that breaks off for a
 * finished one; so whatever is no regular part of a whole answer is found here, and thrown as {@link ModelFailure}.
 */
final class GeminiStream {
    private static final String DATA = "data:";

    private final ServerSentEventListener listener;
    private final ServerSentEventContext context = new ServerSentEventContext(new CancellationUnsupportedHandle());
    private final StringBuilder outside = new StringBuilder();
    private String finishReason;

    GeminiStream(ServerSentEventListener listener) {
        this.listener = listener;
    }

    void line(String line) throws JsonProcessingException {
        if (line.startsWith(DATA)) {
            event(Json.mapper().readTree(line.substring(DATA.length())));
        } else {
            // An error in mid-stream comes as bare JSON between the events.
            outside.append(line);
        }
    }

    private void event(JsonNode event) {
        if (event.has("error")) {
            throw failureOfStatus(event.path("error").path("code").asInt());
        }
        if (event.path("promptFeedback").has("blockReason")) {
            throw new ModelFailure(ModelFailure.Kind.BLOCKED);
        }
        JsonNode candidate = event.path("candidates").path(0);
        if (candidate.has("finishReason")) {
            finishReason = candidate.path("finishReason").asText();
            if (!finishedWell()) {
                // The library knows only some of the reasons and fails on the others.
                ((ObjectNode) candidate).remove("finishReason");
            }
        }
        listener.onEvent(new ServerSentEvent(null, event.toString()), context);
    }

    /** The connection was closed: was the answer whole? */
    void end() throws JsonProcessingException {
        if (!outside.isEmpty()) {
            JsonNode stray = Json.mapper().readTree(outside.toString());
            JsonNode error = (stray.isArray() ? stray.path(0) : stray).path("error");
            throw error.isMissingNode()
                    ? new ModelFailure(ModelFailure.Kind.GARBLED)
                    : failureOfStatus(error.path("code").asInt());
        }
        if (finishReason == null) {
            throw new ModelFailure(ModelFailure.Kind.CUT);
        }
        if (!finishedWell()) {
            throw new ModelFailure(
                    switch (finishReason) {
                        case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" ->
                            ModelFailure.Kind.BLOCKED;
                        default -> ModelFailure.Kind.BROKEN_OFF;
                    });
        }
    }

    private boolean finishedWell() {
        return finishReason.equals("STOP") || finishReason.equals("MAX_TOKENS");
    }

    static ModelFailure failureOfStatus(int status) {
        if (status == 429) {
            return new ModelFailure(ModelFailure.Kind.OVER_QUOTA);
        }
        return new ModelFailure(
                status >= 400 && status < 500 ? ModelFailure.Kind.REFUSED : ModelFailure.Kind.OVERLOADED);
    }
}
