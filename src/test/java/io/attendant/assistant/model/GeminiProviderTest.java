package io.attendant.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.output.FinishReason;
import io.attendant.assistant.model.Asked.Settings;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.http.ExchangeHandler;
import io.attendant.testsupport.gemini.http.LoopbackServer;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gemini's own ways to answer and to fail. */
@Timeout(30)
class GeminiProviderTest {

    private static Asked ask(GeminiReply reply) {
        try (GeminiEmulator gemini = GeminiEmulator.start()) {
            gemini.script(reply);
            Asked asked = Asked.of(Asked.gemini(gemini.baseUrl(), gemini.apiKey(), Settings.PATIENT));
            assertThat(gemini.violations()).isEmpty();
            return asked;
        }
    }

    private static Asked askFor(int status, String body) {
        return askRaw(exchange -> exchange.send(status, Map.of("Retry-After", "3"), bytes(body)));
    }

    private static Asked askStream(String body) {
        return askRaw(exchange -> exchange.open(200, Map.of()).end(bytes(body)));
    }

    private static Asked askRaw(ExchangeHandler handler) {
        try (LoopbackServer server = LoopbackServer.start(0, handler)) {
            return Asked.of(Asked.gemini(server.origin() + "/v1beta", "key", Settings.PATIENT));
        }
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void answerHasItsTextReasonAndUsage() {
        Asked asked =
                ask(GeminiReply.chunks("It is", " on its way.").usage(120, 30).thoughtsTokens(50));

        assertThat(asked.text()).isEqualTo("It is on its way.");
        assertThat(asked.response().aiMessage().text()).isEqualTo("It is on its way.");
        assertThat(asked.response().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(asked.response().tokenUsage().inputTokenCount()).isEqualTo(120);
        assertThat(asked.response().tokenUsage().totalTokenCount()).isEqualTo(200);
    }

    @Test
    void answerThatWasCutAtTheLimitIsOne() {
        Asked asked = ask(GeminiReply.chunks("It is on").finish("MAX_TOKENS"));

        assertThat(asked.response().aiMessage().text()).isEqualTo("It is on");
        assertThat(asked.response().finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void callsKeepTheirArgumentsAndTheFirstItsSignature() {
        Asked asked =
                ask(GeminiReply.calls(FunctionCall.of("first", Map.of("x", "1")), FunctionCall.of("second", Map.of())));

        assertThat(asked.response().aiMessage().toolExecutionRequests())
                .extracting(ToolExecutionRequest::name, call -> call.arguments().replaceAll("\\s", ""))
                .containsExactly(tuple("first", "{\"x\":\"1\"}"), tuple("second", "{}"));
        assertThat(asked.response().aiMessage().attributes().toString()).contains("thinking_signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'usageMetadata':{'promptTokenCount':'many','candidatesTokenCount':{}}",
                "'candidates':[{'index':'0','safetyRatings':[{'category':'HARM_OF_THE_FUTURE'}],'content':{'role':'x'}}]",
                "'candidates':[{'content':{'parts':null},'finishReason':null}],'promptFeedback':{'blockReason':null}",
                "'candidates':[{'content':{'parts':[{'videoMetadata':{}},{'executableCode':{'language':'COBOL'}}]}}]",
                "'candidates':[{'content':{'parts':[{'functionCall':null,'text':''}]},'groundingMetadata':7}],'error':null"
            })
    void whatIsUnknownOrOddIsPassedOver(String odd) {
        Asked asked = askStream("data: {" + odd + "}\r\n\r\n"
                + "data: {'candidates':[{'content':{'parts':[{'text':'Fine.'}]},'finishReason':'STOP'}]}\r\n\r\n");

        assertThat(asked.failure()).isNull();
        assertThat(asked.text()).isEqualTo("Fine.");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("overloaded", GeminiReply.error(GeminiError.overloaded()), ModelFailure.Kind.OVERLOADED),
                Arguments.of("internal error", GeminiReply.error(GeminiError.internal()), ModelFailure.Kind.OVERLOADED),
                Arguments.of("bad key", GeminiReply.error(GeminiError.invalidApiKey()), ModelFailure.Kind.DENIED),
                Arguments.of(
                        "no such model",
                        GeminiReply.error(GeminiError.modelNotFound("x", "generateContent")),
                        ModelFailure.Kind.DENIED),
                Arguments.of("prompt blocked", GeminiReply.promptBlocked("SAFETY"), ModelFailure.Kind.BLOCKED),
                Arguments.of("no candidates", GeminiReply.noCandidates(), ModelFailure.Kind.CUT),
                Arguments.of("all thoughts", GeminiReply.finishOnly("MAX_TOKENS"), ModelFailure.Kind.EMPTY),
                Arguments.of(
                        "error in the stream",
                        GeminiReply.chunks("It is").thenError(GeminiError.overloaded()),
                        ModelFailure.Kind.OVERLOADED),
                Arguments.of(
                        "quota in the stream",
                        GeminiReply.chunks("It is")
                                .thenError(GeminiError.quotaPerMinute("gemini-3.8-flash", 2, Duration.ofSeconds(56))),
                        ModelFailure.Kind.OVER_QUOTA),
                Arguments.of(
                        "safety in the middle",
                        GeminiReply.chunks("It is").thenSafetyStop(),
                        ModelFailure.Kind.BLOCKED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void failsWithItsKind(String name, GeminiReply reply, ModelFailure.Kind expected) {
        Asked asked = ask(reply);

        assertThat(asked.modelFailure().kind()).isEqualTo(expected);
        assertThat(asked.failure()).hasNoCause().hasMessage(expected.label());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII"})
    void filtersBlock(String reason) {
        assertThat(ask(GeminiReply.chunks("It is").finish(reason))
                        .modelFailure()
                        .kind())
                .isEqualTo(ModelFailure.Kind.BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MALFORMED_FUNCTION_CALL",
                "UNEXPECTED_TOOL_CALL",
                "MISSING_THOUGHT_SIGNATURE",
                "MALFORMED_RESPONSE",
                "TOO_MANY_TOOL_CALLS",
                "OTHER",
                "SOLAR_FLARE"
            })
    void anyOtherReasonIsBrokenOff(String reason) {
        Asked asked = ask(GeminiReply.chunks("It is").finish(reason));

        assertThat(asked.modelFailure().kind()).isEqualTo(ModelFailure.Kind.BROKEN_OFF);
        assertThat(asked.text()).isEqualTo("It is");
    }

    @Test
    void waitIsTakenFromTheBody() {
        Asked asked =
                ask(GeminiReply.error(GeminiError.quotaPerMinute("gemini-3.8-flash", 2, Duration.ofMillis(56_500))));

        assertThat(asked.modelFailure().kind()).isEqualTo(ModelFailure.Kind.OVER_QUOTA);
        assertThat(asked.modelFailure().retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(56), Duration.ofSeconds(57)));
    }

    @Test
    void waitOfTheBodyGoesBeforeThatOfTheHeader() {
        String retry = "{'error':{'code':429,'details':[{'@type':'type.googleapis.com/google.rpc.RetryInfo',"
                + "'retryDelay':'56.185908122s'}]}}";

        assertThat(askFor(429, retry).modelFailure().retryAfter()).contains(Duration.ofSeconds(56, 185_908_122));
        assertThat(askFor(429, "{'error':{'code':429}}").modelFailure().retryAfter())
                .contains(Duration.ofSeconds(3));
    }

    @Test
    void whereItIsNotOfferedNoRequestWouldBeAccepted() {
        assertThat(askFor(400, "[{'error':{'code':400,'status':'FAILED_PRECONDITION'}}]")
                        .modelFailure()
                        .kind())
                .isEqualTo(ModelFailure.Kind.DENIED);
        assertThat(askFor(400, "{'error':{'code':400,'status':'INVALID_ARGUMENT'}}")
                        .modelFailure()
                        .kind())
                .isEqualTo(ModelFailure.Kind.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'functionCall':{}}",
                "{'functionCall':{'name':''}}",
                "{'functionCall':{'name':7}}",
                "{'functionCall':{'name':'f','args':'x'}}",
                "{'functionCall':[]}"
            })
    void callThatIsNoneIsGarbled(String part) {
        Asked asked =
                askStream("data: {'candidates':[{'content':{'parts':[" + part + "]},'finishReason':'STOP'}]}\r\n\r\n");

        assertThat(asked.modelFailure().kind()).isEqualTo(ModelFailure.Kind.GARBLED);
    }
}
