package io.attendant.assistant;

import static io.attendant.assistant.Fault.anywhere;
import static io.attendant.assistant.Fault.atOnce;
import static io.attendant.assistant.Fault.ofTools;
import static io.attendant.testsupport.gemini.GeminiReply.calls;
import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.error;
import static io.attendant.testsupport.gemini.GeminiReply.finishOnly;
import static io.attendant.testsupport.gemini.GeminiReply.foreign;
import static io.attendant.testsupport.gemini.GeminiReply.raw;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that is known, or to be expected, to go wrong with Gemini. */
final class Faults {
    private static final String MODEL = "gemini-3.8-flash";
    private static final String EVENTS = "text/event-stream";
    private static final String PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
    private static final Duration DRIP = Duration.ofMillis(100);
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final int MORE_ROUNDS_THAN_ALLOWED = 9;
    private static final Fault NO_CONNECTION = Fault.ofConnection("connection refused");

    /** Those that take a timeout or megabytes to be seen. */
    static final List<Fault> SLOW = Stream.concat(silences(), lengths()).toList();

    private Faults() {}

    /** @param orderId the order that the shopper asks about */
    static List<Fault> all(String orderId) {
        return Stream.concat(quick(orderId).stream(), Stream.concat(Stream.of(NO_CONNECTION), SLOW.stream()))
                .toList();
    }

    /** Those that show at once. */
    static List<Fault> quick(String orderId) {
        return Stream.of(reasons(), streams(), tools(orderId), refusals(), strangers())
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<Fault> reasons() {
        Stream<Fault> alike = Stream.of(
                        "RECITATION",
                        "LANGUAGE",
                        "BLOCKLIST",
                        "PROHIBITED_CONTENT",
                        "SPII",
                        "MALFORMED_FUNCTION_CALL",
                        "UNEXPECTED_TOOL_CALL",
                        "TOO_MANY_TOOL_CALLS",
                        "MISSING_THOUGHT_SIGNATURE",
                        "MALFORMED_RESPONSE",
                        "OTHER",
                        "SOLAR_FLARE")
                .map(reason -> anywhere(
                        reason.equals("SOLAR_FLARE") ? "a reason of the future" : reason,
                        finishOnly(reason),
                        said -> said.finish(reason)));
        return Stream.concat(
                Stream.of(
                        atOnce("prompt blocked", GeminiReply.promptBlocked("PROHIBITED_CONTENT")),
                        anywhere("SAFETY", chunks().thenSafetyStop(), GeminiReply::thenSafetyStop),
                        atOnce(
                                "MAX_TOKENS, all thoughts",
                                finishOnly("MAX_TOKENS").thoughtsTokens(800)),
                        anywhere(
                                "MAX_TOKENS with text",
                                chunks("It").finish("MAX_TOKENS"),
                                said -> said.finish("MAX_TOKENS"))),
                alike);
    }

    private static Stream<Fault> streams() {
        String array = "[" + GeminiError.internal().toJson() + "]";
        JsonNode strange =
                Json.read("{\"candidates\":[{\"content\":{\"parts\":[{\"functionCall\":7}]}}]}", JsonNode.class);
        return Stream.of(
                atOnce("no candidates", GeminiReply.noCandidates()),
                atOnce("a list of no candidates", raw(Json.read("{\"candidates\":[]}", JsonNode.class))),
                atOnce("STOP without a word", finishOnly("STOP")),
                anywhere("no finish reason", chunks("It").noFinish(), GeminiReply::noFinish),
                anywhere(
                        "503 in the stream",
                        GeminiReply.thought("Hm.").thenError(GeminiError.overloaded()),
                        said -> said.thenError(GeminiError.overloaded())),
                anywhere(
                        "429 in the stream",
                        GeminiReply.thought("Hm.").thenError(quota(Duration.ofSeconds(56))),
                        said -> said.thenError(quota(Duration.ofSeconds(56)))),
                anywhere(
                        "an array with an error in the stream",
                        chunks().thenGarbage(array).noFinish(),
                        said -> said.thenGarbage(array).noFinish()),
                anywhere("connection reset", GeminiReply.cut(), GeminiReply::thenCut),
                anywhere("connection closed", chunks().thenHangUp(), GeminiReply::thenHangUp),
                anywhere(
                        "an event that is no JSON",
                        chunks().thenGarbage("data: {not json\r\n\r\n"),
                        said -> said.thenGarbage("data: {not json\r\n\r\n")),
                anywhere(
                        "an event of another kind",
                        raw(strange),
                        said -> said.thenRaw(strange).noFinish()),
                anywhere(
                        "words outside of events",
                        chunks().thenGarbage("oops\r\n"),
                        said -> said.thenGarbage("oops\r\n")));
    }

    private static Stream<Fault> silences() {
        return Stream.of(
                anywhere("silence", GeminiReply.silence(), GeminiReply::thenSilence),
                anywhere(
                        "heartbeats and nothing else",
                        chunks().thenDrip(": \r\n\r\n", DRIP),
                        said -> said.thenDrip(": \r\n\r\n", DRIP)),
                anywhere(
                        "text drop by drop",
                        chunks().thenDrip(event(" la"), DRIP),
                        said -> said.thenDrip(event(" la"), DRIP)));
    }

    private static Stream<Fault> lengths() {
        String line = "a".repeat(65_536);
        String la = event("la").repeat(500);
        String so = event("And so on. ").repeat(500);
        return Stream.of(
                anywhere(
                        "10 MB in one event",
                        chunks("a".repeat(TEN_MEGABYTES)),
                        said -> said.thenChunks("a".repeat(TEN_MEGABYTES))),
                anywhere("10 MB of thoughts", thoughts(), said -> said.thenThought("a".repeat(TEN_MEGABYTES))),
                anywhere(
                        "a line without end",
                        chunks().thenGarbage("data: {\"candidates\":[\"").thenFlood(line),
                        said -> said.thenGarbage("data: {\"candidates\":[\"").thenFlood(line)),
                anywhere("text without end", chunks().thenFlood(la), said -> said.thenFlood(la)),
                anywhere("sentences without end", chunks().thenFlood(so), said -> said.thenFlood(so)));
    }

    private static GeminiReply thoughts() {
        GeminiReply reply = chunks();
        for (int i = 0; i < 100; i++) {
            reply = reply.thenThought("a".repeat(TEN_MEGABYTES / 100));
        }
        return reply;
    }

    private static Stream<Fault> tools(String orderId) {
        FunctionCall read = FunctionCall.of("getOrderDetails", Map.of("orderId", orderId));
        FunctionCall cancel = FunctionCall.of("cancelOrder", Map.of("orderId", orderId, "reason", "NO_LONGER_NEEDED"));
        return Stream.of(
                calling("a tool that doesn't exist", FunctionCall.of("lookUpParcel", Map.of("orderId", orderId))),
                calling(
                        "an argument of another type",
                        FunctionCall.of("getOrderDetails", Map.of("orderId", Map.of("id", 7)))),
                calling("an argument that is missing", FunctionCall.of("getOrderDetails", Map.of())),
                ofTools(
                        "a call cut at the limit",
                        calls(read).finish("MAX_TOKENS"),
                        said -> said.thenCalls(read).finish("MAX_TOKENS")),
                calling("60 calls at once", Collections.nCopies(60, read).toArray(FunctionCall[]::new)),
                calling("60 proposals at once", Collections.nCopies(60, cancel).toArray(FunctionCall[]::new)),
                calling("a tool where none is offered", FunctionCall.of("listMyOrders", Map.of()))
                        .times(MORE_ROUNDS_THAN_ALLOWED),
                calling("50 rounds of tools", FunctionCall.of("listMyOrders", Map.of()))
                        .times(50));
    }

    private static Fault calling(String name, FunctionCall... calls) {
        return ofTools(name, calls(calls), said -> said.thenCalls(calls));
    }

    private static Stream<Fault> refusals() {
        return Stream.of(
                atOnce("429, again in a moment", error(quota(Duration.ofMillis(30)))),
                atOnce("429, again in 56 s", error(quota(Duration.ofSeconds(56)))),
                atOnce("429, used up for today", error(GeminiError.quotaPerDay(MODEL, 250, Duration.ofHours(7)))),
                atOnce("429 without a hint", error(GeminiError.of(429, "RESOURCE_EXHAUSTED", "Quota exceeded."))),
                atOnce("500", error(GeminiError.internal())),
                atOnce("503", error(GeminiError.overloaded())),
                atOnce("504", error(GeminiError.deadlineExceeded())),
                atOnce(
                        "400 invalid argument",
                        error(GeminiError.invalidArgument("Request contains an invalid argument."))),
                atOnce(
                        "413 too large",
                        error(GeminiError.of(413, "INVALID_ARGUMENT", "Request payload is too large."))),
                atOnce("400 bad key", error(GeminiError.invalidApiKey())),
                atOnce("400 wrong place", error(GeminiError.locationNotSupported())),
                atOnce("401", error(GeminiError.invalidAccessToken())),
                atOnce("403", error(GeminiError.missingApiKey())),
                atOnce("404 no such model", error(GeminiError.modelNotFound(MODEL, "streamGenerateContent"))));
    }

    private static Stream<Fault> strangers() {
        return Stream.of(
                atOnce("a proxy's error page", foreign(502, "text/html", PAGE)),
                atOnce("an error page with status 200", foreign(200, "text/html", PAGE)),
                atOnce("an error page without end", foreign(503, "text/html", PAGE.repeat(20_000))),
                atOnce("a redirect", foreign(302, "text/html", PAGE)),
                atOnce("an empty body", foreign(200, EVENTS, "")),
                atOnce("one object instead of events", foreign(200, "application/json", "{\"candidates\":[]}")),
                atOnce("a compressed body", GeminiReply.compressed(EVENTS, event("la"))));
    }

    private static GeminiError quota(Duration retryAfter) {
        return GeminiError.quotaPerMinute(MODEL, 2, retryAfter);
    }

    private static String event(String text) {
        return "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + text
                + "\"}],\"role\":\"model\"}}]}\r\n\r\n";
    }
}
