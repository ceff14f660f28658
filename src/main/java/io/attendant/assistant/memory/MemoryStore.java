package io.attendant.assistant.memory;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import io.attendant.identity.RowSecurity;
import io.attendant.shared.StorableText;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The model's memory of conversations, added turn by turn. */
@ApplicationScoped
public class MemoryStore {
    /** Turns that the model is shown; older ones it looks up again. */
    private static final int TURNS = 20;

    @Inject
    RowSecurity rows;

    /** What the model is shown of earlier turns. Turns are stored and shown whole, so calls and their results never part. */
    @Transactional
    public List<ChatMessage> history(UUID conversationId) {
        rows.conversation(conversationId);
        Map<UUID, List<MemoryMessage>> turns = MemoryMessage.latest(conversationId, TURNS).stream()
                .collect(Collectors.groupingBy(message -> message.turnId, LinkedHashMap::new, Collectors.toList()));
        List<ChatMessage> history = new ArrayList<>();
        turns.forEach((turnId, messages) -> {
            try {
                history.addAll(messages.stream()
                        .map(stored -> ChatMessageDeserializer.messageFromJson(stored.message))
                        .toList());
            } catch (RuntimeException e) {
                // Written by another version of the library: better forgotten than a conversation that can't go on.
                Log.warnf("memory of a turn can't be read: conversationId=%s turnId=%s", conversationId, turnId);
            }
        });
        return history;
    }

    /** Adds a turn that ended well, in the transaction that ends it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID turnId, List<ChatMessage> messages) {
        int position = 0;
        for (ChatMessage message : messages) {
            if (isEmpty(message)) {
                // The API refuses a history with an empty message for ever after.
                continue;
            }
            MemoryMessage stored = new MemoryMessage();
            stored.turnId = turnId;
            stored.position = position++;
            stored.message = ChatMessageSerializer.messageToJson(storable(message));
            stored.persist();
        }
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
