package io.attendant.assistant.model;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Gemini does, a turn ends exactly once and the conversation goes on; the strict emulator accepts its memory. */
@QuarkusTest
class GeminiFailureTest extends ApplicationTest {

    static Stream<Arguments> failuresBeforeAnythingIsSaid() {
        return Stream.of(
                Arguments.of(
                        "over quota",
                        GeminiReply.error(GeminiError.quotaPerMinute("gemini-3.8-flash", 2, Duration.ofSeconds(56)))),
                Arguments.of("overloaded", GeminiReply.error(GeminiError.overloaded())),
                Arguments.of("internal error", GeminiReply.error(GeminiError.internal())),
                Arguments.of("bad key", GeminiReply.error(GeminiError.invalidApiKey())),
                Arguments.of("no such model", GeminiReply.error(GeminiError.modelNotFound("x", "generateContent"))),
                Arguments.of("proxy's error page", GeminiReply.foreign(502, "text/html", "<html>bad gateway</html>")),
                Arguments.of("prompt blocked", GeminiReply.promptBlocked("PROHIBITED_CONTENT")),
                Arguments.of("no candidates", GeminiReply.noCandidates()),
                Arguments.of("limit eaten by thinking", GeminiReply.finishOnly("MAX_TOKENS")),
                Arguments.of("malformed call", GeminiReply.finishOnly("MALFORMED_FUNCTION_CALL")),
                Arguments.of("unexpected call", GeminiReply.finishOnly("UNEXPECTED_TOOL_CALL")),
                Arguments.of("missing signature", GeminiReply.finishOnly("MISSING_THOUGHT_SIGNATURE")),
                Arguments.of("reason of the future", GeminiReply.finishOnly("SOLAR_FLARE")),
                Arguments.of("connection cut", GeminiReply.cut()),
                Arguments.of("hung up", GeminiReply.chunks().thenHangUp()),
                Arguments.of("garbage", GeminiReply.chunks().thenGarbage("data: {not json\r\n\r\n")),
                Arguments.of("error in the stream", GeminiReply.chunks().thenError(GeminiError.overloaded())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failuresBeforeAnythingIsSaid")
    void localAssistantAnswersInstead(String name, GeminiReply failure) {
        gemini.script(failure, text("Fine now."));
        Attendant.Chat chat = attendant.guest();

        JsonNode answer = chat.ask("Hello").json();

        assertThat(endsOf(answer)).containsExactly("turn.completed");
        assertThat(answer.path("events").findValues("degraded"))
                .extracting(JsonNode::asBoolean)
                .containsExactly(true);
        assertThat(answer.path("reply").asText()).isNotBlank();
        assertThat(chat.ask("Again").json().path("reply").asText()).isEqualTo("Fine now.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failuresBeforeAnythingIsSaid")
    void toolThatRanIsNotRunAgain(String name, GeminiReply failure) {
        gemini.script(call("getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER)), failure, text("Fine now."));
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);

        JsonNode answer = chat.ask("Where is #S1001?").json();

        assertThat(endsOf(answer)).containsExactly("turn.completed");
        assertThat(answer.path("reply").asText()).isNotBlank();
        assertThat(answer.path("events").findValuesAsText("event"))
                .filteredOn("tool.started"::equals)
                .hasSize(1);
        assertThat(chat.ask("Again").json().path("reply").asText()).isEqualTo("Fine now.");
    }

    static Stream<Arguments> failuresInTheMiddle() {
        return Stream.of(
                inTheMiddle("error in the stream", said -> said.thenError(GeminiError.overloaded())),
                inTheMiddle("stopped for safety", GeminiReply::thenSafetyStop),
                inTheMiddle("reason of the future", said -> said.finish("SOLAR_FLARE")),
                inTheMiddle("garbage", said -> said.thenGarbage("data: [[[\r\n\r\n")),
                inTheMiddle("hung up", GeminiReply::thenHangUp),
                inTheMiddle("cut", GeminiReply::thenCut),
                inTheMiddle("no finish", GeminiReply::noFinish));
    }

    private static Arguments inTheMiddle(String name, UnaryOperator<GeminiReply> failure) {
        return Arguments.of(name, failure);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failuresInTheMiddle")
    void halfAnAnswerIsCalledThat(String name, UnaryOperator<GeminiReply> failure) {
        Gate gate = new Gate();
        gemini.script(
                failure.apply(
                        chunks("Your order is on its way. ", "It will arrive").thenHold(gate)),
                text("Fine now."));
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);

        try (ServerEvents events = chat.stream(Map.of("text", "Where is it?"))) {
            events.next("text.delta");
            gate.release();
            List<ServerEvents.Event> rest = events.all();
            assertThat(rest).extracting(ServerEvents.Event::name).doesNotContain("turn.completed");
            ServerEvents.Event last = rest.getLast();
            assertThat(last.name()).isEqualTo("turn.failed");
            assertThat(last.data().path("code").asText()).isEqualTo("model_unavailable");
            assertThat(last.data().path("retryable").asBoolean()).isTrue();
        }
        assertThat(chat.ask("Again").json().path("reply").asText()).isEqualTo("Fine now.");
        // Nothing of the failed turn is in the memory.
        assertThat(gemini.requests().getLast().userTexts()).containsExactly("Again");
    }

    private static List<String> endsOf(JsonNode answer) {
        return answer.path("events").findValuesAsText("event").stream()
                .filter(event -> event.equals("turn.completed") || event.equals("turn.failed"))
                .toList();
    }
}
