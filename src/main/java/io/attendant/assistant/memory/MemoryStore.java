package io.attendant.assistant.memory;

import dev.langchain4j.data.message.ChatMessage;
import io.attendant.assistant.memory.History.RememberedTurn;
import io.attendant.identity.RowSecurity;
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
    /** Turns that are looked at; older ones are forgotten, also by the digest. */
    private static final int TURNS = 60;

    @Inject
    RowSecurity rows;

    /**
     * What the model is shown of earlier turns. Turns are stored and shown whole, so calls and their results never part.
     *
     * @param tokens the most that they may have together
     */
    @Transactional
    public History history(UUID conversationId, int tokens) {
        rows.conversation(conversationId);
        Map<UUID, List<MemoryMessage>> turns = MemoryMessage.latest(conversationId, TURNS).stream()
                .collect(Collectors.groupingBy(message -> message.turnId, LinkedHashMap::new, Collectors.toList()));
        List<RememberedTurn> remembered = new ArrayList<>();
        turns.forEach((turnId, messages) -> {
            try {
                TurnMessages.read(
                                messages.stream().map(stored -> stored.message).toList())
                        .ifPresent(whole -> remembered.add(new RememberedTurn(turnId, whole)));
            } catch (RuntimeException e) {
                // Written by another version of the library: better forgotten than a conversation that can't go on.
                Log.warnf("memory of a turn can't be read: conversationId=%s turnId=%s", conversationId, turnId);
            }
        });
        return History.within(tokens, remembered);
    }

    /** Adds a turn that ended well, in the transaction that ends it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID turnId, List<ChatMessage> messages) {
        int position = 0;
        for (String message : TurnMessages.write(messages)) {
            MemoryMessage stored = new MemoryMessage();
            stored.turnId = turnId;
            stored.position = position++;
            stored.message = message;
            stored.persist();
        }
    }
}
