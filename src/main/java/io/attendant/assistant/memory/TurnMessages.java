package io.attendant.assistant.memory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.UserMessage;
import io.attendant.shared.Json;
import io.attendant.shared.StorableText;
import java.util.List;
import java.util.Optional;

/** A turn's messages as they are kept, in the framework's JSON. */
public final class TurnMessages {
    private TurnMessages() {}

    /** What is kept of the messages that a turn added. */
    public static List<String> write(List<ChatMessage> added) {
        return added.stream()
                // The API refuses a history with an empty message for ever after.
                .filter(message -> !isEmpty(message))
                .map(message -> ChatMessageSerializer.messageToJson(storable(message)))
                .toList();
    }

    /**
     * What is remembered of the messages that were kept.
     *
     * @return empty if nothing of them can be shown to a model
     * @throws RuntimeException of the library if it can't read one
     */
    public static Optional<List<ChatMessage>> read(List<String> kept) {
        return HistoryRepair.of(kept.stream().map(TurnMessages::message).toList());
    }

    private static ChatMessage message(String kept) {
        ChatMessage message = ChatMessageDeserializer.messageFromJson(kept);
        return message instanceof UserMessage shopper
                ? PageMark.restore(shopper, Json.read(kept, JsonNode.class))
                : message;
    }

    /** The answer as the shopper got it. */
    private static ChatMessage storable(ChatMessage message) {
        return message instanceof AiMessage answer && answer.text() != null
                ? answer.toBuilder().text(StorableText.of(answer.text())).build()
                : message;
    }

    private static boolean isEmpty(ChatMessage message) {
        return message instanceof AiMessage answer
                && !answer.hasToolExecutionRequests()
                && (answer.text() == null || answer.text().isBlank());
    }
}
