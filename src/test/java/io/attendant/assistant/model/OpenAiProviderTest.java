package io.attendant.assistant.model;

import static io.attendant.testsupport.openai.OpenAiReply.call;
import static io.attendant.testsupport.openai.OpenAiReply.nothing;
import static io.attendant.testsupport.openai.OpenAiReply.piece;
import static io.attendant.testsupport.openai.OpenAiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.output.FinishReason;
import io.attendant.assistant.Turns;
import io.attendant.assistant.model.Asked.Settings;
import io.attendant.testsupport.openai.OpenAiEmulator;
import io.attendant.testsupport.openai.OpenAiReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAI's API as it is, and as other servers understand it. */
@Timeout(30)
class OpenAiProviderTest {
    private final OpenAiEmulator openAi = OpenAiEmulator.start("test-key");

    @AfterEach
    void close() {
        openAi.close();
        assertThat(openAi.violations()).isEmpty();
    }

    private Asked ask(OpenAiReply reply) {
        openAi.script(reply);
        return Asked.of(Asked.openAi(openAi.baseUrl(), openAi.apiKey(), Settings.PATIENT));
    }

    private static Asked ask(OpenAiEmulator server, ChatRequest request) {
        return Asked.of(
                Asked.openAi(server.baseUrl(), server.apiKey().isEmpty() ? null : server.apiKey(), Settings.PATIENT),
                request,
                Turns.of(Duration.ofSeconds(30)),
                piece -> {});
    }

    @Test
    void answerHasItsTextReasonAndUsage() {
        Asked asked = ask(text("It is", " on its way."));

        assertThat(asked.text()).isEqualTo("It is on its way.");
        assertThat(asked.response().aiMessage().text()).isEqualTo("It is on its way.");
        assertThat(asked.response().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(asked.response().tokenUsage().inputTokenCount()).isEqualTo(120);
        assertThat(asked.response().tokenUsage().totalTokenCount()).isEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource({
        "'',120,150",
        "',\"total_tokens\":0',120,150",
        "',\"total_tokens\":null',120,150",
        "',\"total_tokens\":999',120,999"
    })
    void usageAddsUpWhateverTheServersTotalIs(String total, int input, int all) {
        Asked asked = ask(text("Fine.")
                .thenRaw("data: {\"usage\":{\"prompt_tokens\":120,\"completion_tokens\":30" + total
                        + "}}\n\ndata: [DONE]\n\n"));

        assertThat(asked.response().tokenUsage().inputTokenCount()).isEqualTo(input);
        assertThat(asked.response().tokenUsage().totalTokenCount()).isEqualTo(all);
    }

    @Test
    void answerWithoutUsageIsOneToo() {
        Asked asked = ask(text("Fine.").thenRaw("data: {\"usage\":null}\n\ndata: [DONE]\n\n"));

        assertThat(asked.text()).isEqualTo("Fine.");
        assertThat(asked.response().tokenUsage()).isNull();
    }

    @Test
    void answerThatWasCutAtTheLimitIsOne() {
        Asked asked = ask(text("It is on").finish("length"));

        assertThat(asked.response().aiMessage().text()).isEqualTo("It is on");
        assertThat(asked.response().finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    static Stream<Arguments> wholeAnswers() {
        return Stream.of(
                Arguments.of("without [DONE]", text("Fine.").withoutDone()),
                Arguments.of("with [DONE] alone", text("Fine.").finish("")),
                Arguments.of(
                        "lost after its reason",
                        nothing()
                                .thenRaw(
                                        "data:"
                                                + " {\"choices\":[{\"delta\":{\"content\":\"Fine.\"},\"finish_reason\":\"stop\"}]}\n\n")
                                .thenHangUp()),
                Arguments.of(
                        "with fields of other servers",
                        nothing()
                                .thenRaw(
                                        ": keep-alive\n\n"
                                                + "event: message\n"
                                                + "id: 7\n"
                                                + "retry: 100\n"
                                                + "data:{\"error\":null,\"choices\":[{\"delta\":{\"content\":\"Fine.\",\"reasoning_content\":\"hm\"},\"finish_reason\":\"\",\"logprobs\":{}}],\"usage\":null,\"x_groq\":[1]}\r\n\r\n")),
                Arguments.of(
                        "with empty choices",
                        nothing()
                                .thenRaw("data: {\"choices\":[],\"prompt_filter_results\":[]}\n\n"
                                        + "data: {\"choices\":null}\n\n")
                                .thenText("Fine.")),
                Arguments.of(
                        "something behind [DONE]",
                        text("Fine.")
                                .finish("")
                                .thenRaw("data: [DONE]\n\n"
                                        + "data: {\"choices\":[{\"delta\":{\"content\":\" Not.\"}}]}\n\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeAnswers")
    void whatServersLeaveOutOrAddDoesNotMatter(String name, OpenAiReply reply) {
        Asked asked = ask(reply);

        assertThat(asked.failure()).isNull();
        assertThat(asked.text()).isEqualTo("Fine.");
        assertThat(asked.response().aiMessage().text()).isEqualTo("Fine.");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        "bad key",
                        OpenAiReply.error(401, "invalid_request_error", "invalid_api_key"),
                        ModelFailure.Kind.DENIED),
                Arguments.of(
                        "no such model",
                        OpenAiReply.error(404, "invalid_request_error", "model_not_found"),
                        ModelFailure.Kind.DENIED),
                Arguments.of(
                        "no such model, as 400",
                        OpenAiReply.error(400, "invalid_request_error", "model_not_found"),
                        ModelFailure.Kind.DENIED),
                Arguments.of(
                        "nothing left to spend",
                        OpenAiReply.error(429, "insufficient_quota", "insufficient_quota"),
                        ModelFailure.Kind.DENIED),
                Arguments.of(
                        "too fast",
                        OpenAiReply.error(429, "requests", "rate_limit_exceeded"),
                        ModelFailure.Kind.OVER_QUOTA),
                Arguments.of(
                        "too long a prompt",
                        OpenAiReply.error(400, "invalid_request_error", "context_length_exceeded"),
                        ModelFailure.Kind.REFUSED),
                Arguments.of(
                        "prompt filtered",
                        OpenAiReply.error(400, "invalid_request_error", "content_filter"),
                        ModelFailure.Kind.BLOCKED),
                Arguments.of(
                        "server error", OpenAiReply.error(500, "server_error", null), ModelFailure.Kind.OVERLOADED),
                Arguments.of(
                        "overloaded", OpenAiReply.error(529, "overloaded_error", null), ModelFailure.Kind.OVERLOADED),
                inStream(
                        "error in the stream",
                        OpenAiReply.errorJson("server_error", null),
                        ModelFailure.Kind.OVERLOADED),
                inStream(
                        "quota in the stream",
                        OpenAiReply.errorJson("x", "rate_limit_exceeded"),
                        ModelFailure.Kind.OVER_QUOTA),
                inStream(
                        "status in the stream",
                        "{\"error\":{\"code\":429,\"message\":\"m\"}}",
                        ModelFailure.Kind.OVER_QUOTA),
                inStream("status as text", "{\"error\":{\"code\":\"503\"}}", ModelFailure.Kind.OVERLOADED),
                inStream(
                        "refused in the stream",
                        "{\"object\":\"error\",\"code\":400,\"message\":\"m\"}",
                        ModelFailure.Kind.REFUSED),
                inStream("bare words", "{\"error\":\"m\"}", ModelFailure.Kind.OVERLOADED),
                Arguments.of(
                        "error between the events",
                        text("It is")
                                .thenRaw(OpenAiReply.errorJson("server_error", null))
                                .finish("")
                                .withoutDone(),
                        ModelFailure.Kind.OVERLOADED),
                Arguments.of("filtered", text("It is").finish("content_filter"), ModelFailure.Kind.BLOCKED),
                Arguments.of("reason of the future", text("It is").finish("solar_flare"), ModelFailure.Kind.BROKEN_OFF),
                Arguments.of("no end", text("It is").finish("").withoutDone(), ModelFailure.Kind.CUT),
                Arguments.of("nothing", nothing(), ModelFailure.Kind.EMPTY),
                Arguments.of("blank", text(" ", "\n"), ModelFailure.Kind.EMPTY),
                Arguments.of(
                        "call that was cut",
                        nothing()
                                .thenPieces(piece(0, "call_a", "first", "{\"x\":"))
                                .finish("length"),
                        ModelFailure.Kind.BROKEN_OFF),
                Arguments.of(
                        "call without a name",
                        nothing().thenPieces(piece(0, "call_a", null, "{}")).finish("tool_calls"),
                        ModelFailure.Kind.BROKEN_OFF),
                Arguments.of(
                        "arguments that are a list",
                        nothing().thenPieces(piece(0, "call_a", "first", "[1]")).finish("tool_calls"),
                        ModelFailure.Kind.BROKEN_OFF),
                Arguments.of(
                        "call without an end",
                        nothing()
                                .thenPieces(piece(0, "call_a", "first", "{}"))
                                .finish("")
                                .withoutDone(),
                        ModelFailure.Kind.CUT),
                Arguments.of("garbage", text("It is").thenRaw("data: {nope\n\n"), ModelFailure.Kind.GARBLED));
    }

    private static Arguments inStream(String name, String error, ModelFailure.Kind expected) {
        return Arguments.of(name, text("It is").thenRaw("data: " + error + "\n\n"), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void failsWithItsKind(String name, OpenAiReply reply, ModelFailure.Kind expected) {
        Asked asked = ask(reply);

        assertThat(asked.modelFailure().kind()).isEqualTo(expected);
        assertThat(asked.failure()).hasNoCause().hasMessage(expected.label());
    }

    @Test
    void waitIsTakenFromTheHeader() {
        Asked asked =
                ask(OpenAiReply.status(429, Map.of("retry-after", "12"), OpenAiReply.errorJson("requests", null)));

        assertThat(asked.modelFailure().retryAfter()).contains(Duration.ofSeconds(12));
    }

    @Test
    void localServerGetsNoAuthorization() {
        try (OpenAiEmulator local = OpenAiEmulator.start("")) {
            local.script(text("Fine."));

            Asked asked = ask(
                    local,
                    ChatRequest.builder().messages(UserMessage.from("Hi")).build());

            assertThat(asked.text()).isEqualTo("Fine.");
            assertThat(local.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"call_a", ""})
    void historyWithToolsIsAcceptedWhoeverMadeTheCalls(String id) {
        openAi.script(text("Fine."));
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id(id.isEmpty() ? null : id)
                .name("first")
                .arguments("{}")
                .build();

        Asked asked = ask(
                openAi,
                ChatRequest.builder()
                        .messages(
                                SystemMessage.from("Be kind."),
                                UserMessage.from("Hi"),
                                AiMessage.from(List.of(call)),
                                ToolExecutionResultMessage.from(call, "{\"a\":1}"),
                                AiMessage.from("There."),
                                UserMessage.from("And?"))
                        .toolSpecifications(
                                ToolSpecification.builder().name("none").build(),
                                ToolSpecification.builder()
                                        .name("some")
                                        .parameters(JsonObjectSchema.builder()
                                                .addStringProperty("x")
                                                .required("x")
                                                .build())
                                        .build())
                        .maxOutputTokens(100)
                        .build());

        assertThat(asked.failure()).isNull();
        JsonNode request = openAi.requests().getFirst();
        assertThat(request.path("messages").findValuesAsText("role"))
                .containsExactly("system", "user", "assistant", "tool", "assistant", "user");
        assertThat(request.path("tools")).hasSize(2);
        assertThat(request.path("max_completion_tokens").asInt()).isEqualTo(100);
        assertThat(request.path("messages").path(3).path("content").asText()).endsWith("\n{\"a\":1}");
    }

    @Test
    void callRoundTripsWithItsId() {
        Asked first = ask(call("call_7f", "first", Map.of()));
        ToolExecutionRequest made =
                first.response().aiMessage().toolExecutionRequests().getFirst();
        openAi.script(text("Fine."));

        ask(
                openAi,
                ChatRequest.builder()
                        .messages(
                                UserMessage.from("Hello"),
                                first.response().aiMessage(),
                                ToolExecutionResultMessage.from(made, "1"))
                        .build());

        assertThat(openAi.requests().get(1).findValuesAsText("tool_call_id")).containsExactly("call_7f");
    }
}
