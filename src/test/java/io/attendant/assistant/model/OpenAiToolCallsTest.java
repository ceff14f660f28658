package io.attendant.assistant.model;

import static io.attendant.testsupport.openai.OpenAiReply.nothing;
import static io.attendant.testsupport.openai.OpenAiReply.piece;
import static io.attendant.testsupport.openai.OpenAiReply.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.output.FinishReason;
import io.attendant.assistant.model.Asked.Settings;
import io.attendant.testsupport.openai.OpenAiEmulator;
import io.attendant.testsupport.openai.OpenAiReply;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tool calls of one answer, in all the shapes in which servers send them. */
@Timeout(30)
class OpenAiToolCallsTest {
    private static Asked ask(OpenAiReply reply) {
        try (OpenAiEmulator openAi = OpenAiEmulator.start("test-key")) {
            openAi.script(reply);
            Asked asked = Asked.of(Asked.openAi(openAi.baseUrl(), openAi.apiKey(), Settings.PATIENT));
            assertThat(openAi.violations()).isEmpty();
            return asked;
        }
    }

    static Stream<Arguments> toolCalls() {
        return Stream.of(
                Arguments.of(
                        "as OpenAI sends them",
                        nothing()
                                .thenPieces(piece(0, "call_a", "first", ""))
                                .thenPieces(piece(0, null, null, "{\"x\""))
                                .thenPieces(piece(0, null, null, ":1}"))
                                .thenPieces(piece(1, "call_b", "second", ""))
                                .thenPieces(piece(1, null, null, "{}"))
                                .finish("tool_calls")),
                Arguments.of(
                        "both in one chunk",
                        nothing()
                                .thenPieces(
                                        piece(0, "call_a", "first", "{\"x\":1}"), piece(1, "call_b", "second", "{}"))
                                .finish("tool_calls")),
                Arguments.of(
                        "interleaved",
                        nothing()
                                .thenPieces(piece(0, "call_a", "first", "{\"x\""), piece(1, "call_b", "second", "{"))
                                .thenPieces(piece(1, null, null, "}"), piece(0, null, null, ":1}"))
                                .finish("tool_calls")),
                Arguments.of(
                        "all at place 0",
                        nothing()
                                .thenPieces(piece(0, "call_a", "first", "{\"x\":1}"))
                                .thenPieces(piece(0, "call_b", "second", "{}"))
                                .finish("tool_calls")),
                Arguments.of(
                        "without places",
                        nothing()
                                .thenPieces(piece(null, "call_a", "first", "{\"x\""))
                                .thenPieces(piece(null, null, null, ":1}"))
                                .thenPieces(piece(null, "call_b", "second", ""))
                                .finish("tool_calls")),
                Arguments.of(
                        "id and name in each piece",
                        nothing()
                                .thenPieces(piece(0, "call_a", "first", "{\"x\""))
                                .thenPieces(piece(0, "call_a", "first", ":1}"))
                                .thenPieces(piece(1, "call_b", "second", "{}"))
                                .finish("tool_calls")),
                Arguments.of(
                        "with empty ids and names later",
                        nothing()
                                .thenPieces(piece(0, "call_a", "first", "{\"x\""))
                                .thenPieces(piece(0, "", "", ":1}"))
                                .thenPieces(piece(1, "call_b", "second", null))
                                .finish("tool_calls")),
                Arguments.of(
                        "finished as if they were text",
                        nothing()
                                .thenPieces(
                                        piece(0, "call_a", "first", "{\"x\":1}"), piece(1, "call_b", "second", "{}"))
                                .finish("stop")),
                Arguments.of(
                        "arguments as an object",
                        nothing()
                                .thenRaw(
                                        "data:"
                                                + " {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                                                + "{\"id\":\"call_a\",\"function\":{\"name\":\"first\",\"arguments\":{\"x\":1}}},{\"id\":\"call_b\",\"function\":{\"name\":\"second\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n")
                                .finish("")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("toolCalls")
    void toolCallsArePutTogether(String name, OpenAiReply reply) {
        Asked asked = ask(reply);

        assertThat(asked.failure()).isNull();
        assertThat(asked.response().aiMessage().toolExecutionRequests())
                .extracting(ToolExecutionRequest::id, ToolExecutionRequest::name, ToolExecutionRequest::arguments)
                .containsExactly(tuple("call_a", "first", "{\"x\":1}"), tuple("call_b", "second", "{}"));
        assertThat(asked.response().finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
    }

    @Test
    void callsWithoutIdsAndPlacesAreToldApartByTheirNames() {
        Asked asked = ask(nothing()
                .thenPieces(piece(null, null, "first", "{}"), piece(null, null, "first", "{}"))
                .finish("tool_calls"));

        assertThat(asked.response().aiMessage().toolExecutionRequests())
                .extracting(ToolExecutionRequest::id, ToolExecutionRequest::name)
                .containsExactly(tuple("call00001", "first"), tuple("call00002", "first"));
    }

    @Test
    void textBeforeACallIsKept() {
        Asked asked = ask(text("Let me look. ")
                .thenPieces(piece(0, "call_a", "first", "{}"))
                .finish("tool_calls"));

        assertThat(asked.text()).isEqualTo("Let me look. ");
        assertThat(asked.response().aiMessage().text()).isEqualTo("Let me look. ");
        assertThat(asked.response().aiMessage().toolExecutionRequests()).hasSize(1);
    }
}
