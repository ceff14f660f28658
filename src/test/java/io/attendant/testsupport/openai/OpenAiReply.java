package io.attendant.testsupport.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.shared.Json;
import io.attendant.testsupport.gemini.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the model answers, step by step. Immutable: each {@code then…} gives a longer reply. Without a fault at its end a reply
 * ends with its finish reason, the usage if it was asked for, and {@code [DONE]}.
 */
public final class OpenAiReply {
    private final List<Step> steps;
    private final String finishReason;
    private final boolean saysDone;

    /** What the emulator does next in an answer. */
    sealed interface Step {
        /** A piece of the message. */
        record Delta(ObjectNode delta) implements Step {}

        /** Bytes as they are. */
        record Raw(String text) implements Step {}

        /** Waits at a gate. */
        record Hold(Gate gate) implements Step {}

        /** An HTTP error with these headers and body. Ends the answer. */
        record Status(int status, Map<String, String> headers, String body) implements Step {}

        /** Resets the connection. Ends the answer. */
        record Cut() implements Step {}

        /** Closes the connection without an end of the body. Ends the answer. */
        record HangUp() implements Step {}

        /** Sends these bytes again and again, with nothing else, until the client goes; nothing at all if empty. */
        record Forever(String bytes, Duration pause) implements Step {}
    }

    private OpenAiReply(List<Step> steps, String finishReason, boolean saysDone) {
        this.steps = List.copyOf(steps);
        this.finishReason = finishReason;
        this.saysDone = saysDone;
    }

    private static OpenAiReply empty() {
        return new OpenAiReply(List.of(), "stop", true);
    }

    /** Text in exactly these chunks. */
    public static OpenAiReply text(String... chunks) {
        return empty().thenText(chunks);
    }

    /** One tool call, in one chunk. */
    public static OpenAiReply call(String id, String function, Map<String, ?> arguments) {
        return empty().thenPieces(piece(0, id, function, Json.write(arguments))).finish("tool_calls");
    }

    /** Nothing yet. */
    public static OpenAiReply nothing() {
        return empty();
    }

    /** An HTTP error in the form of the API. */
    public static OpenAiReply error(int status, String type, String code) {
        return status(status, Map.of(), errorJson(type, code));
    }

    public static OpenAiReply status(int status, Map<String, String> headers, String body) {
        return empty().then(new Step.Status(status, headers, body));
    }

    /** The error object as servers send it, its message full of words that are nobody's business. */
    public static String errorJson(String type, String code) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.putObject("error")
                .put("message", "secret words of a shopper")
                .put("type", type)
                .put("code", code);
        return body.toString();
    }

    /** A tool call or a part of one; null leaves a field out. */
    public static ObjectNode piece(Integer index, String id, String function, String arguments) {
        ObjectNode piece = Json.mapper().createObjectNode();
        if (index != null) {
            piece.put("index", index);
        }
        if (id != null) {
            piece.put("id", id).put("type", "function");
        }
        ObjectNode call = piece.putObject("function");
        if (function != null) {
            call.put("name", function);
        }
        if (arguments != null) {
            call.put("arguments", arguments);
        }
        return piece;
    }

    public OpenAiReply thenText(String... chunks) {
        OpenAiReply reply = this;
        for (String chunk : chunks) {
            reply = reply.then(new Step.Delta(Json.mapper().createObjectNode().put("content", chunk)));
        }
        return reply;
    }

    /** Pieces of tool calls, in one chunk. */
    public OpenAiReply thenPieces(ObjectNode... pieces) {
        ObjectNode delta = Json.mapper().createObjectNode();
        delta.putArray("tool_calls").addAll(List.of(pieces));
        return then(new Step.Delta(delta));
    }

    /** Everything before it is sent, what follows waits for the gate's release. */
    public OpenAiReply thenHold(Gate gate) {
        return then(new Step.Hold(gate));
    }

    /** Bytes as they are, within the body. */
    public OpenAiReply thenRaw(String text) {
        return then(new Step.Raw(text));
    }

    /** A connection reset; a test that wants the text before it seen holds at a gate first. */
    public OpenAiReply thenCut() {
        return then(new Step.Cut());
    }

    public OpenAiReply thenHangUp() {
        return then(new Step.HangUp());
    }

    public OpenAiReply thenSilence() {
        return then(new Step.Forever("", Duration.ZERO));
    }

    public OpenAiReply thenForever(String bytes, Duration pause) {
        return then(new Step.Forever(bytes, pause));
    }

    /** Ends with this reason, which need not be one that exists; none if empty. */
    public OpenAiReply finish(String reason) {
        return new OpenAiReply(steps, reason, saysDone);
    }

    /** Ends without the last line that the API has. */
    public OpenAiReply withoutDone() {
        return new OpenAiReply(steps, finishReason, false);
    }

    private OpenAiReply then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new OpenAiReply(longer, finishReason, saysDone);
    }

    List<Step> steps() {
        return steps;
    }

    String finishReason() {
        return finishReason;
    }

    boolean saysDone() {
        return saysDone;
    }
}
