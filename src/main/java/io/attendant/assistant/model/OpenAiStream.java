package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import io.attendant.shared.Json;
import java.util.List;

/**
 * One answer of an OpenAI-compatible server. Text is passed on as it comes, tool calls when they are whole. Of what servers
 * leave out, the end alone matters: a finish reason or {@code [DONE]}, one of them has to come.
 */
final class OpenAiStream extends AnswerStream {
    private final ServerSentEventListener listener;
    private final ServerSentEventContext context = new ServerSentEventContext(new CancellationUnsupportedHandle());
    private final OpenAiToolCalls calls = new OpenAiToolCalls();
    private ObjectNode usage;
    private String finishReason;
    private boolean done;

    OpenAiStream(ServerSentEventListener listener) {
        this.listener = listener;
    }

    @Override
    void data(String data) {
        if (data.equals("[DONE]")) {
            done = true;
        } else if (!done && !data.isEmpty()) {
            event(WireJson.read(data));
        }
    }

    private void event(JsonNode event) {
        if (!event.isObject()) {
            throw new ModelFailure(ModelFailure.Kind.GARBLED);
        }
        if (event.hasNonNull("error")) {
            throw OpenAiWire.failure(event.path("error"));
        }
        if (WireJson.text(event.path("object")).equals("error")) {
            throw OpenAiWire.failure(event);
        }
        if (event.path("usage").isObject()) {
            usage = counted(event.path("usage"));
        }
        JsonNode choice = event.path("choices").path(0);
        JsonNode delta = choice.path("delta");
        calls.add(delta.path("tool_calls"));
        String text = said(delta.path("content"));
        if (!text.isEmpty()) {
            pass(choice(null, delta().put("content", text)));
        }
        finish(WireJson.text(choice.path("finish_reason")));
    }

    /** Some reasoning models send a list of parts, of which the thoughts are nobody's business. */
    private static String said(JsonNode content) {
        StringBuilder text = new StringBuilder(WireJson.text(content));
        content.forEach(part -> text.append(WireJson.text(part.path("text"))));
        return text.toString();
    }

    private void finish(String reason) {
        switch (reason) {
            case "" -> {
                // Not the end yet.
            }
            case "stop", "length", "tool_calls", "function_call" -> finishReason = reason;
            case "content_filter" -> throw new ModelFailure(ModelFailure.Kind.BLOCKED);
            default -> throw new ModelFailure(ModelFailure.Kind.BROKEN_OFF);
        }
    }

    private static ObjectNode counted(JsonNode usage) {
        int input = Math.max(0, usage.path("prompt_tokens").asInt());
        int output = Math.max(0, usage.path("completion_tokens").asInt());
        return Json.mapper()
                .createObjectNode()
                .put("prompt_tokens", input)
                .put("completion_tokens", output)
                .put(
                        "total_tokens",
                        Math.max(input + output, usage.path("total_tokens").asInt()));
    }

    @Override
    boolean whole() {
        return done || finishReason != null;
    }

    @Override
    boolean ended() {
        return done;
    }

    @Override
    void complete() {
        List<ObjectNode> whole = calls.whole();
        whole.forEach(call -> {
            ObjectNode delta = delta();
            delta.putArray("tool_calls").add(call);
            pass(choice(null, delta));
        });
        String reason = whole.isEmpty() ? finishReason : "tool_calls";
        ObjectNode last = choice(reason == null ? "stop" : reason, delta());
        if (usage != null) {
            last.set("usage", usage);
        }
        pass(last);
    }

    @Override
    ModelFailure stray(JsonNode json) {
        return json.hasNonNull("error")
                ? OpenAiWire.failure(json.path("error"))
                : new ModelFailure(ModelFailure.Kind.GARBLED);
    }

    private void pass(ObjectNode event) {
        listener.onEvent(new ServerSentEvent(null, event.toString()), context);
    }

    private static ObjectNode delta() {
        return Json.mapper().createObjectNode();
    }

    private static ObjectNode choice(String reason, ObjectNode delta) {
        ObjectNode event = Json.mapper().createObjectNode();
        ObjectNode choice = event.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        if (reason != null) {
            choice.put("finish_reason", reason);
        }
        return event;
    }
}
