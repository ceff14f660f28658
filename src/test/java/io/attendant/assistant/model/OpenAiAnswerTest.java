package io.attendant.assistant.model;

import static io.attendant.testsupport.openai.OpenAiReply.call;
import static io.attendant.testsupport.openai.OpenAiReply.nothing;
import static io.attendant.testsupport.openai.OpenAiReply.piece;
import static io.attendant.testsupport.openai.OpenAiReply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.CapturedLog;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.openai.OpenAiEmulator;
import io.attendant.testsupport.openai.OpenAiReply;
import io.attendant.testsupport.openai.OpenAiResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole application that is answered by an OpenAI-compatible API. Gemini is there too, and is never asked. */
@QuarkusTest
@TestProfile(OpenAiAnswerTest.ByOpenAi.class)
class OpenAiAnswerTest extends ApplicationTest {
    private OpenAiEmulator openAi;

    public static class ByOpenAi implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OpenAiResource.class));
        }
    }

    @BeforeEach
    void reset() {
        openAi = OpenAiResource.openAi();
        openAi.reset();
    }

    @AfterEach
    void everyRequestWasValidHereToo() {
        assertThat(openAi.violations()).isEmpty();
        assertThat(gemini.requests()).isEmpty();
    }

    private static List<JsonNode> events(JsonNode answer, String name) {
        return answer.path("events")
                .valueStream()
                .filter(event -> event.path("event").asText().equals(name))
                .map(event -> event.path("data"))
                .toList();
    }

    private static List<String> ends(JsonNode answer) {
        return answer.path("events").findValuesAsText("event").stream()
                .filter(event -> event.equals("turn.completed") || event.equals("turn.failed"))
                .toList();
    }

    @Test
    void ownerHearsTheTrueStateOfTheOrder() {
        openAi.script(
                call("call_7f", "getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER)),
                text("It is on its way with", " Northline."));

        JsonNode answer =
                attendant.shopper(SmallShop.ANA).ask("Where is #S1001?").json();

        assertThat(answer.path("reply").asText()).isEqualTo("It is on its way with Northline.");
        assertThat(events(answer, "turn.started").getFirst().path("model").asText())
                .isEqualTo("test-model");
        JsonNode messages = openAi.requests().get(1).path("messages");
        JsonNode asked = messages.path(messages.size() - 2);
        JsonNode result = messages.path(messages.size() - 1);
        assertThat(asked.path("tool_calls").path(0).path("id").asText()).isEqualTo("call_7f");
        assertThat(result.path("tool_call_id").asText()).isEqualTo("call_7f");
        ObjectNode told =
                (ObjectNode) Shop.parse(result.path("content").asText().substring(DataMark.NOTE.length()));
        assertThat(told.remove("totals")).isNotNull();
        assertThat((JsonNode) told).isEqualTo(Shop.export("orders", SmallShop.ANAS_ORDER));
        JsonNode usage = events(answer, "turn.completed").getFirst().path("usage");
        assertThat(usage.path("inputTokens").asInt()).isEqualTo(240);
        assertThat(usage.path("outputTokens").asInt()).isEqualTo(60);
        assertThat(usage.path("modelCalls").asInt()).isEqualTo(2);
        assertThat(usage.path("cost").decimalValue()).isEqualByComparingTo("0.00108");
    }

    @Test
    void parallelCallsInOneChunkAreAllAnswered() {
        openAi.script(
                nothing()
                        .thenPieces(
                                piece(0, "call_a", "getOrderDetails", "{\"orderId\":\"" + SmallShop.ANAS_ORDER + "\"}"),
                                piece(1, "call_b", "listMyOrders", "{}"))
                        .finish("tool_calls"),
                text("There it is."));

        JsonNode answer = attendant.shopper(SmallShop.ANA).ask("My orders?").json();

        assertThat(ends(answer)).containsExactly("turn.completed");
        assertThat(events(answer, "tool.finished")).hasSize(2);
        assertThat(openAi.requests().get(1).path("messages").findValuesAsText("tool_call_id"))
                .containsExactly("call_a", "call_b");
    }

    @Test
    void modelRemembersEarlierTurnsWithTheirToolCalls() {
        openAi.script(
                call("call_7f", "getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER)),
                text("On its way."),
                text("You are welcome."));
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);

        chat.ask("Where is #S1001?");
        chat.ask("Thanks");

        assertThat(openAi.requests().get(2).path("messages").findValuesAsText("role"))
                .containsExactly("system", "user", "assistant", "tool", "assistant", "user");
    }

    @Test
    void firstSentenceArrivesWhileTheModelStillHoldsTheRestBack() throws Exception {
        Gate gate = new Gate();
        openAi.script(text("Let me", " have a look. It").thenHold(gate).thenText(" may take a moment."));

        try (ServerEvents events = attendant.shopper(SmallShop.ANA).stream(Map.of("text", "Where is it?"))) {
            assertThat(events.next("text.delta").data().path("text").asText()).isEqualTo("Let me have a look.");
            gate.reached().get(10, SECONDS);
            gate.release();
            assertThat(events.next("turn.completed").data().path("text").asText())
                    .isEqualTo("Let me have a look. It may take a moment.");
            assertThat(events.next()).isEmpty();
        }
    }

    @Test
    void stopEndsTheTurnAndClosesTheUpstreamCall() throws Exception {
        openAi.script(text("One moment. ").thenSilence(), text("Fine."));
        Attendant.Chat chat = attendant.guest();

        try (ServerEvents events = chat.stream(Map.of("text", "Hello"))) {
            String turn = events.next("turn.started").data().path("turnId").asText();
            events.next("text.delta");
            attendant.send("POST", chat.path() + "/turns/" + turn + "/stop", null, null, chat.headers());
            assertThat(events.next("turn.failed").data().path("code").asText()).isEqualTo("turn_stopped");
            assertThat(events.next()).isEmpty();
        }
        openAi.clientLeft().get(10, SECONDS);
        assertThat(chat.ask("Go on").json().path("reply").asText()).isEqualTo("Fine.");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("over quota", OpenAiReply.error(429, "requests", "rate_limit_exceeded")),
                Arguments.of("bad key", OpenAiReply.error(401, "invalid_request_error", "invalid_api_key")),
                Arguments.of("refused", OpenAiReply.error(400, "invalid_request_error", null)),
                Arguments.of("server error", OpenAiReply.error(500, "server_error", null)),
                Arguments.of("proxy's error page", OpenAiReply.status(502, Map.of(), "<html>bad gateway</html>")),
                Arguments.of("reset", nothing().thenCut()),
                Arguments.of("closed", nothing().thenHangUp()),
                Arguments.of("filtered", nothing().finish("content_filter")),
                Arguments.of("reason of the future", nothing().finish("solar_flare")),
                Arguments.of("no end", nothing().finish("").withoutDone()),
                Arguments.of("nothing", nothing()),
                Arguments.of("garbage", nothing().thenRaw("data: {secret words of a shopper\n\n")),
                Arguments.of(
                        "error in the stream",
                        nothing().thenRaw("data: " + OpenAiReply.errorJson("server_error", null) + "\n\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void localAssistantAnswersInsteadAndTheConversationGoesOn(String name, OpenAiReply failure) {
        openAi.otherwise(failure);
        Attendant.Chat chat = attendant.guest();
        CapturedLog log = CapturedLog.open();
        try {
            JsonNode answer = chat.ask("Hello").json();

            assertThat(ends(answer)).containsExactly("turn.completed");
            assertThat(events(answer, "turn.completed")
                            .getFirst()
                            .path("degraded")
                            .asBoolean())
                    .isTrue();
            assertThat(answer.path("reply").asText()).isNotBlank();
            assertThat(log.text()).doesNotContain("secret words");
        } finally {
            log.close();
        }
        openAi.otherwise(text("Fine now."));
        assertThat(chat.ask("Again").json().path("reply").asText()).isEqualTo("Fine now.");
    }
}
