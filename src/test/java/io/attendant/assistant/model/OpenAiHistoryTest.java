package io.attendant.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenAiHistoryTest {
    private static final ChatMessage ASKS = UserMessage.from("Where is it?");

    private static List<ChatMessage> repaired(ChatMessage... messages) {
        return OpenAiHistory.repaired(List.of(messages));
    }

    private static ChatMessage calls(String... ids) {
        return AiMessage.from(Stream.of(ids)
                .map(id -> ToolExecutionRequest.builder()
                        .id(id)
                        .name("f")
                        .arguments("{}")
                        .build())
                .toList());
    }

    private static ChatMessage result(String id, String text) {
        return ToolExecutionResultMessage.from(id, "f", text);
    }

    private static List<String> callIds(List<ChatMessage> messages) {
        return messages.stream()
                .filter(AiMessage.class::isInstance)
                .flatMap(answer -> ((AiMessage) answer).toolExecutionRequests().stream())
                .map(ToolExecutionRequest::id)
                .toList();
    }

    private static List<ToolExecutionResultMessage> results(List<ChatMessage> messages) {
        return messages.stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(ToolExecutionResultMessage.class::cast)
                .toList();
    }

    @Test
    void idsThatAreGoodStay() {
        List<ChatMessage> messages =
                repaired(ASKS, calls("call_a", "call_b"), result("call_b", "2"), result("call_a", "1"));

        assertThat(callIds(messages)).containsExactly("call_a", "call_b");
        assertThat(results(messages)).extracting(ToolExecutionResultMessage::id).containsExactly("call_b", "call_a");
    }

    @Test
    void callsOfAnotherProviderGetIds() {
        List<ChatMessage> messages = repaired(
                ASKS, calls(null, null), result(null, "1"), result(null, "2"), ASKS, calls(""), result("", "3"), ASKS);

        assertThat(callIds(messages)).containsExactly("call00001", "call00002", "call00003");
        assertThat(results(messages)).extracting(ToolExecutionResultMessage::id).isEqualTo(callIds(messages));
        assertThat(results(messages))
                .extracting(result -> result.text().substring(result.text().length() - 1))
                .containsExactly("1", "2", "3");
    }

    @Test
    void idsThatComeAgainAreToldApart() {
        List<ChatMessage> messages = repaired(
                ASKS, calls("call00001"), result("call00001", "1"), ASKS, calls("call00001"), result("call00001", "2"));

        assertThat(callIds(messages)).hasSize(2).doesNotHaveDuplicates();
        assertThat(results(messages)).extracting(ToolExecutionResultMessage::id).isEqualTo(callIds(messages));
    }

    @Test
    void resultsWithoutTheirCallAndEmptyAnswersAreLeftOut() {
        List<ChatMessage> messages = repaired(
                SystemMessage.from("Be kind."),
                result("call_x", "0"),
                ASKS,
                AiMessage.builder().build(),
                AiMessage.from(""),
                calls("call_a"),
                result("call_a", "1"),
                result("call_a", "again"),
                ASKS,
                result("call_a", "late"));

        assertThat(messages).hasSize(5);
        assertThat(results(messages)).hasSize(1);
        assertThat(messages.getLast()).isEqualTo(ASKS);
    }

    @Test
    void resultsAreMarkedAsDataAndStayAsTheyAre() {
        List<ChatMessage> messages = repaired(ASKS, calls("call_a"), result("call_a", "{\"price\":1.50}"));

        assertThat(results(messages).getFirst().text()).isEqualTo(DataMark.NOTE + "\n{\"price\":1.50}");
    }
}
