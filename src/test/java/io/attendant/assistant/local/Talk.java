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
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.attendant.assistant.OpenPage;
import io.attendant.assistant.local.dialogue.Choice;
import io.attendant.assistant.memory.PageMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shopper's conversation with the local assistant: plays the tool loop against a {@link FakeShop}, and holds every answer
 * to {@link Honesty}.
 */
final class Talk {
    private static final LocalModel MODEL = new LocalModel(Optional.of("EUR"));
    private static final int MAX_ROUNDS = 8;

    private final FakeShop shop;
    private final List<ChatMessage> messages =
            new ArrayList<>(List.of(SystemMessage.from("You are a shop assistant.")));
    private OpenPage page = OpenPage.NONE;

    Talk(FakeShop shop) {
        this.shop = shop;
    }

    /**
     * What came of one message.
     *
     * @param calls the tool calls in order, as {@code name{arguments}}
     * @param sentences the pieces in which the answer was streamed
     * @param choices the labels of the answers that are offered
     */
    record Answer(String text, List<String> calls, List<String> sentences, List<String> choices) {}

    /** From now on the shopper has this open. */
    Talk at(OpenPage opened) {
        page = opened;
        return this;
    }

    /** The assistant's answer to {@code text}, after all the tool calls that it wants. */
    Answer say(String text) {
        messages.add(PageMark.put(UserMessage.from(text), page));
        List<String> calls = new ArrayList<>();
        StringBuilder known = new StringBuilder(text);
        for (int round = 0; round <= MAX_ROUNDS; round++) {
            Recorder recorder = new Recorder();
            MODEL.chat(request(), recorder);
            AiMessage answer = recorder.response.aiMessage();
            messages.add(answer);
            if (!answer.hasToolExecutionRequests()) {
                assertThat(String.join("", recorder.pieces)).isEqualTo(answer.text());
                Honesty.check(recorder.pieces, known.toString());
                return new Answer(answer.text(), calls, recorder.pieces, choices(recorder.response));
            }
            for (ToolExecutionRequest call : answer.toolExecutionRequests()) {
                assertThat(shop.tools()).contains(call.name());
                calls.add(call.name() + call.arguments());
                String result = shop.call(call.name(), call.arguments());
                known.append('\n').append(call.arguments()).append('\n').append(result);
                messages.add(ToolExecutionResultMessage.from(call, result));
            }
        }
        throw new AssertionError("no answer after " + MAX_ROUNDS + " rounds: " + calls);
    }

    private static List<String> choices(ChatResponse response) {
        return ((OfferedChoices) response.metadata())
                .choices().stream().map(Choice::label).toList();
    }

    /** Another model's turn, as it stands in the memory afterwards. */
    Talk hear(String shopper, List<ChatMessage> turn) {
        messages.add(UserMessage.from(shopper));
        messages.addAll(turn);
        return this;
    }

    List<ChatMessage> messages() {
        return messages;
    }

    private ChatRequest request() {
        List<ToolSpecification> tools = shop.tools().stream()
                .map(name -> ToolSpecification.builder().name(name).build())
                .toList();
        return ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(tools)
                .build();
    }

    /** Keeps what the model gives its handler. */
    static final class Recorder implements StreamingChatResponseHandler {
        final List<String> pieces = new ArrayList<>();
        ChatResponse response;
        Throwable error;

        @Override
        public void onPartialResponse(String piece) {
            assertThat(response).as("a piece after the end").isNull();
            pieces.add(piece);
        }

        @Override
        public void onCompleteResponse(ChatResponse complete) {
            assertThat(response).as("completed twice").isNull();
            response = complete;
        }

        @Override
        public void onError(Throwable failure) {
            error = failure;
        }
    }
}
