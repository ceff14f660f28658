package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import io.attendant.shared.Json;
import java.util.List;

/** One answer of Gemini: every event holds a piece of it, the last one also why it ends; the end is the end of the body. */
final class GeminiStream extends AnswerStream {
    private static final List<String> COUNTS = List.of(
            "promptTokenCount",
            "candidatesTokenCount",
            "totalTokenCount",
            "cachedContentTokenCount",
            "thoughtsTokenCount");

    private final ServerSentEventListener listener;
    private final ServerSentEventContext context = new ServerSentEventContext(new CancellationUnsupportedHandle());
    private boolean finished;

    GeminiStream(ServerSentEventListener listener) {
        this.listener = listener;
    }

    @Override
    void data(String data) {
        JsonNode event = WireJson.read(data);
        if (!event.isObject()) {
            throw new ModelFailure(ModelFailure.Kind.GARBLED);
        }
        if (event.hasNonNull("error")) {
            throw GeminiWire.failure(event);
        }
        if (event.path("promptFeedback").hasNonNull("blockReason")) {
            throw new ModelFailure(ModelFailure.Kind.BLOCKED);
        }
        String reason = WireJson.text(event.path("candidates").path(0).path("finishReason"));
        listener.onEvent(new ServerSentEvent(null, known(event, reason).toString()), context);
        finished |= finishes(reason);
    }

    private static boolean finishes(String reason) {
        return switch (reason) {
            case "", "FINISH_REASON_UNSPECIFIED" -> false;
            case "STOP", "MAX_TOKENS" -> true;
            case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" ->
                throw new ModelFailure(ModelFailure.Kind.BLOCKED);
            default -> throw new ModelFailure(ModelFailure.Kind.BROKEN_OFF);
        };
    }

    private static ObjectNode known(JsonNode event, String reason) {
        ObjectNode known = Json.mapper().createObjectNode();
        copyText(event, "responseId", known);
        copyText(event, "modelVersion", known);
        JsonNode candidate = event.path("candidates").path(0);
        if (candidate.isObject()) {
            ObjectNode first = known.putArray("candidates").addObject();
            ArrayNode parts = first.putObject("content").put("role", "model").putArray("parts");
            candidate.path("content").path("parts").forEach(part -> addKnown(part, parts));
            if (reason.equals("STOP") || reason.equals("MAX_TOKENS")) {
                first.put("finishReason", reason);
            }
        }
        JsonNode usage = event.path("usageMetadata");
        if (usage.isObject()) {
            ObjectNode counts = known.putObject("usageMetadata");
            COUNTS.stream()
                    .filter(count -> usage.path(count).canConvertToInt())
                    .forEach(count -> counts.put(count, usage.path(count).intValue()));
        }
        return known;
    }

    private static void addKnown(JsonNode part, ArrayNode parts) {
        ObjectNode known = Json.mapper().createObjectNode();
        copyText(part, "text", known);
        if (part.path("thought").booleanValue()) {
            known.put("thought", true);
        }
        if (part.hasNonNull("functionCall")) {
            JsonNode call = part.path("functionCall");
            JsonNode args = call.path("args");
            boolean noArgs = args.isMissingNode() || args.isNull();
            if (WireJson.text(call.path("name")).isEmpty() || !(noArgs || args.isObject())) {
                throw new ModelFailure(ModelFailure.Kind.GARBLED);
            }
            ObjectNode knownCall = known.putObject("functionCall").put("name", WireJson.text(call.path("name")));
            knownCall.set("args", noArgs ? Json.mapper().createObjectNode() : args);
        }
        copyText(part, "thoughtSignature", known);
        if (!known.isEmpty()) {
            parts.add(known);
        }
    }

    private static void copyText(JsonNode from, String field, ObjectNode to) {
        if (from.path(field).isTextual()) {
            to.put(field, from.path(field).textValue());
        }
    }

    @Override
    boolean whole() {
        return finished;
    }

    @Override
    boolean ended() {
        return false;
    }

    @Override
    void complete() {
        // Every piece was passed on when it came.
    }

    @Override
    ModelFailure stray(JsonNode json) {
        return GeminiWire.errorIn(json).isMissingNode()
                ? new ModelFailure(ModelFailure.Kind.GARBLED)
                : GeminiWire.failure(json);
    }
}
