package io.attendant.assistant.memory;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import io.attendant.assistant.OpenPage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the model remembers during one turn: the stored history, then what this turn adds. Nothing is stored from here; a
 * turn that ends well is added whole by {@link MemoryStore}, one that fails not at all.
 */
public final class TurnMemory implements ChatMemory {
    private final UUID turnId;
    private final int historySize;
    private final OpenPage page;
    private final List<ChatMessage> messages;

    /** @param page open while the shopper sent the message that is to be answered */
    public TurnMemory(UUID turnId, OpenPage page, List<ChatMessage> history) {
        this.turnId = turnId;
        this.page = page;
        this.historySize = history.size();
        this.messages = new ArrayList<>(history);
    }

    @Override
    public Object id() {
        return turnId;
    }

    @Override
    public void add(ChatMessage message) {
        if (message instanceof UserMessage shopper && messages.size() == historySize) {
            messages.add(PageMark.put(shopper, page));
        } else if (!(message instanceof SystemMessage)) {
            messages.add(message);
        }
    }

    /** The framework hands over all messages when a call has ended well. The system prompt is made anew each turn. */
    @Override
    public void set(Iterable<ChatMessage> all) {
        messages.clear();
        all.forEach(this::add);
    }

    @Override
    public List<ChatMessage> messages() {
        return List.copyOf(messages);
    }

    /** Puts more behind the answer, which the shopper was told by the server and not by the model. */
    public void addToAnswer(String text) {
        AiMessage answer = (AiMessage) messages.removeLast();
        String said = answer.text();
        messages.add(answer.toBuilder()
                .text(said == null || said.isBlank() ? text : said + "\n\n" + text)
                .build());
    }

    /** What this turn added, from the shopper's message to the answer; empty unless it ended well. */
    public List<ChatMessage> added() {
        return List.copyOf(messages.subList(Math.min(historySize, messages.size()), messages.size()));
    }

    /** The framework clears what it evicts, before this turn's addition has been stored. */
    @Override
    public void clear() {
        // Nothing outlives the turn.
    }
}
