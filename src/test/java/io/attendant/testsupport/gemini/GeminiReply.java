package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the model answers, step by step. Immutable: each {@code then…} gives a longer reply.
 * Without a fault at its end a reply ends with the finish reason, {@code STOP} by default.
 *
 * <pre>{@code
 * GeminiReply.call("getOrderDetails", Map.of("orderId", "#A1001"))
 * GeminiReply.text("It was shipped. ").thenHold(gate).thenText("Anything else?")
 * GeminiReply.error(GeminiError.overloaded())
 * }</pre>
 */
public final class GeminiReply {

    private static final String STOP = "STOP";

    private final List<ReplyStep> steps;
    private final String finishReason;
    private final Usage usage;

    private GeminiReply(List<ReplyStep> steps, String finishReason, Usage usage) {
        this.steps = List.copyOf(steps);
        this.finishReason = finishReason;
        this.usage = usage;
    }

    /** Text, streamed in chunks whose sizes follow from the seed. */
    public static GeminiReply text(String text) {
        return new GeminiReply(List.of(), STOP, Usage.ESTIMATED).thenText(text);
    }

    /** Text, streamed in exactly these chunks. */
    public static GeminiReply chunks(String... chunks) {
        return empty().thenChunks(chunks);
    }

    /** One function call. */
    public static GeminiReply call(String function, Map<String, ?> args) {
        return empty().thenCall(function, args);
    }

    /** Parallel function calls, in one chunk. */
    public static GeminiReply calls(FunctionCall... calls) {
        return empty().thenCalls(calls);
    }

    /** A thought, to be followed by something. */
    public static GeminiReply thought(String thought) {
        return empty().thenThought(thought);
    }

    /** An error instead of an answer. */
    public static GeminiReply error(GeminiError error) {
        return empty().thenError(error);
    }

    /** An answer that the API would never give, such as a proxy's error page. */
    public static GeminiReply foreign(int status, String contentType, String body) {
        return empty().then(new ReplyStep.Foreign(status, Map.of("Content-Type", contentType), utf8(body)));
    }

    /** A whole body, compressed although nobody asked for that. */
    public static GeminiReply compressed(String contentType, String body) {
        Map<String, String> headers = Map.of("Content-Type", contentType, "Content-Encoding", "gzip");
        return empty().then(new ReplyStep.Foreign(200, headers, ApiResponse.compress(utf8(body))));
    }

    /** The prompt is refused; the reason is one such as SAFETY or PROHIBITED_CONTENT. */
    public static GeminiReply promptBlocked(String reason) {
        return empty().then(new ReplyStep.BlockPrompt(reason));
    }

    /** A candidate without parts: thinking ate all tokens, a malformed call, and the like. */
    public static GeminiReply finishOnly(String finishReason) {
        return empty().finish(finishReason);
    }

    /** A response object without candidates. */
    public static GeminiReply noCandidates() {
        return empty().then(new ReplyStep.NoCandidates());
    }

    /** Exactly this response object and no other. */
    public static GeminiReply raw(JsonNode response) {
        return empty().thenRaw(response).noFinish();
    }

    /** No byte, until the client goes or the emulator closes. */
    public static GeminiReply silence() {
        return empty().thenSilence();
    }

    /** A connection reset before the first byte. */
    public static GeminiReply cut() {
        return empty().thenCut();
    }

    /** Waits before the first byte. */
    public static GeminiReply hold(Gate gate) {
        return empty().thenHold(gate);
    }

    public GeminiReply thenText(String text) {
        return then(new ReplyStep.Text(text, false, false));
    }

    public GeminiReply thenChunks(String... chunks) {
        GeminiReply reply = this;
        for (String chunk : chunks) {
            reply = reply.then(new ReplyStep.Text(chunk, false, true));
        }
        return reply;
    }

    public GeminiReply thenThought(String thought) {
        return then(new ReplyStep.Text(thought, true, true));
    }

    public GeminiReply thenCall(String function, Map<String, ?> args) {
        return thenCalls(FunctionCall.of(function, args));
    }

    public GeminiReply thenCalls(FunctionCall... calls) {
        return then(new ReplyStep.Calls(List.copyOf(Arrays.asList(calls))));
    }

    public GeminiReply thenRaw(JsonNode response) {
        return then(new ReplyStep.Raw(response));
    }

    /** Everything before it is sent, what follows waits for the gate's release. */
    public GeminiReply thenHold(Gate gate) {
        return then(new ReplyStep.Hold(gate));
    }

    /** The bare error object within the stream, under status 200; ends the answer. */
    public GeminiReply thenError(GeminiError error) {
        return then(new ReplyStep.Fail(error));
    }

    /** Bytes as they are, outside of the stream's framing. */
    public GeminiReply thenGarbage(String bytes) {
        return then(new ReplyStep.Garbage(utf8(bytes)));
    }

    /** These bytes, as they are, without an end and almost as fast as the client takes them; ends the answer. */
    public GeminiReply thenFlood(String bytes) {
        return then(new ReplyStep.Flood(utf8(bytes), Duration.ofMillis(1)));
    }

    /** These bytes, as they are, without an end but with a pause before each time; ends the answer. */
    public GeminiReply thenDrip(String bytes, Duration pause) {
        return then(new ReplyStep.Flood(utf8(bytes), pause));
    }

    /** A chunk without content and with blocked ratings; ends the answer. */
    public GeminiReply thenSafetyStop() {
        return then(new ReplyStep.BlockAnswer());
    }

    /**
     * A connection reset; ends the answer. Many clients drop what they have not read by then, so a test that wants the
     * text before it seen holds at a gate first.
     */
    public GeminiReply thenCut() {
        return then(new ReplyStep.Cut());
    }

    /** A closed connection without an end of the body, with the same caveat as {@link #thenCut}; ends the answer. */
    public GeminiReply thenHangUp() {
        return then(new ReplyStep.HangUp());
    }

    /** Nothing more until the client goes or the emulator closes. */
    public GeminiReply thenSilence() {
        return then(new ReplyStep.Silence());
    }

    /** Ends with this reason, which need not be one that exists. */
    public GeminiReply finish(String reason) {
        return new GeminiReply(steps, reason, usage);
    }

    /** Ends the body properly but without a finish reason. */
    public GeminiReply noFinish() {
        return new GeminiReply(steps, "", usage);
    }

    /** Reports these token counts instead of estimates. */
    public GeminiReply usage(int prompt, int candidates) {
        return new GeminiReply(steps, finishReason, usage.with(prompt, candidates));
    }

    /** Reports tokens spent on thinking. */
    public GeminiReply thoughtsTokens(int tokens) {
        return new GeminiReply(steps, finishReason, usage.withThoughts(tokens));
    }

    /** Reports prompt tokens that came from the cache. */
    public GeminiReply cachedTokens(int tokens) {
        return new GeminiReply(steps, finishReason, usage.withCached(tokens));
    }

    List<ReplyStep> steps() {
        return steps;
    }

    Optional<String> finishReason() {
        return Optional.of(finishReason).filter(reason -> !reason.isEmpty());
    }

    Usage usage() {
        return usage;
    }

    private static GeminiReply empty() {
        return new GeminiReply(List.of(), STOP, Usage.ESTIMATED);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private GeminiReply then(ReplyStep step) {
        List<ReplyStep> longer = new ArrayList<>(steps);
        longer.add(step);
        return new GeminiReply(longer, finishReason, usage);
    }

    /** Token counts; what is not given is estimated, or left out where zero. */
    record Usage(OptionalInt prompt, OptionalInt candidates, OptionalInt thoughts, int cached) {

        static final Usage ESTIMATED = new Usage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), 0);

        Usage with(int newPrompt, int newCandidates) {
            return new Usage(OptionalInt.of(newPrompt), OptionalInt.of(newCandidates), thoughts, cached);
        }

        Usage withThoughts(int tokens) {
            return new Usage(prompt, candidates, OptionalInt.of(tokens), cached);
        }

        Usage withCached(int tokens) {
            return new Usage(prompt, candidates, thoughts, tokens);
        }
    }
}
