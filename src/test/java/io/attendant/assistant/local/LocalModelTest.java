package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalModelTest {
    private final LocalModel model = new LocalModel(Optional.empty());

    @Test
    void streamsSentenceBySentence() {
        Talk.Recorder recorder = ask(List.of(), UserMessage.from("hello"));

        assertThat(recorder.pieces)
                .containsExactly(
                        "Hello! ",
                        "I'm this shop's built-in assistant: an automatic assistant, not a person. ",
                        "How can I help you?");
    }

    @Test
    void namesItselfAndCostsNothing() {
        ChatResponse response = ask(List.of(), UserMessage.from("hello")).response;

        assertThat(response.modelName()).isEqualTo("local");
        assertThat(response.tokenUsage()).isEqualTo(new TokenUsage(0, 0, 0));
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void numbersItsCallsThroughTheConversation() {
        UserMessage question = UserMessage.from("where is my order");
        AiMessage first = ask(List.of("listMyOrders", "getOrderDetails"), question)
                .response
                .aiMessage();
        ToolExecutionRequest call = first.toolExecutionRequests().get(0);
        ToolExecutionResultMessage result = ToolExecutionResultMessage.from(call, """
                {"orders":[{"id":"#A1","status":"pending"}],"total":1}""");
        ChatResponse second = ask(List.of("listMyOrders", "getOrderDetails"), question, first, result).response;

        assertThat(call.id()).isEqualTo("local-1");
        assertThat(second.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
        assertThat(second.aiMessage().text()).isNull();
        assertThat(second.aiMessage().toolExecutionRequests()).singleElement().satisfies(next -> {
            assertThat(next.id()).isEqualTo("local-2");
            assertThat(next.name()).isEqualTo("getOrderDetails");
            assertThat(next.arguments()).isEqualTo("{\"orderId\":\"#A1\"}");
        });
    }

    @Test
    void callsNoToolThatIsNotDeclared() {
        for (String text :
                List.of("where is my order", "human please", "kettle", "what is your return policy", "my orders")) {
            AiMessage answer = ask(List.of(), UserMessage.from(text)).response.aiMessage();

            assertThat(answer.hasToolExecutionRequests()).isFalse();
            assertThat(answer.text()).isNotBlank();
        }
    }

    @Test
    void answersWhenTheToolsAreTakenAwayInTheMiddle() {
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id("x")
                .name("listMyOrders")
                .arguments("{}")
                .build();

        Talk.Recorder recorder = ask(
                List.of(),
                UserMessage.from("where is my order"),
                AiMessage.from(call),
                ToolExecutionResultMessage.from(
                        call, "{\"orders\":[{\"id\":\"#A1\",\"status\":\"pending\"}],\"total\":1}"));

        assertThat(recorder.response.aiMessage().text()).contains("can't look that up");
    }

    @Test
    void amountsWithoutACurrencyStayPlain() {
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id("x")
                .name("findProducts")
                .arguments("{\"query\":\"kettle\"}")
                .build();

        Talk.Recorder recorder = ask(
                List.of("findProducts"),
                UserMessage.from("do you have a kettle"),
                AiMessage.from(call),
                ToolExecutionResultMessage.from(
                        call,
                        "{\"products\":[{\"id\":\"P1\",\"name\":\"Kettle\",\"priceFrom\":39.9,\"priceTo\":39.9,\"available\":true}],\"total\":1}"));

        assertThat(recorder.response.aiMessage().text()).contains("- Kettle: 39.90.");
    }

    @Test
    void withoutAMessageToAnswerItFails() {
        Talk.Recorder recorder = new Talk.Recorder();

        model.doChat(request(List.of(), SystemMessage.from("Be kind.")), recorder);

        assertThat(recorder.error).isInstanceOf(IllegalArgumentException.class);
        assertThat(recorder.response).isNull();
    }

    @Test
    void survivesWhatShoppersType() {
        for (String text : List.of(
                "?", "...", "🙂", "\u0000\u0001", "SELECT * FROM orders; --", "{order}", "%s %d", "a".repeat(4_000))) {
            assertThat(ask(List.of(), UserMessage.from(text))
                            .response
                            .aiMessage()
                            .text())
                    .isNotBlank();
        }
    }

    private Talk.Recorder ask(List<String> tools, ChatMessage... messages) {
        Talk.Recorder recorder = new Talk.Recorder();
        model.chat(request(tools, messages), recorder);
        assertThat(recorder.error).isNull();
        return recorder;
    }

    private static ChatRequest request(List<String> tools, ChatMessage... messages) {
        return ChatRequest.builder()
                .messages(Stream.of(messages).toList())
                .toolSpecifications(tools.stream()
                        .map(name -> ToolSpecification.builder().name(name).build())
                        .toList())
                .build();
    }
}
