package io.attendant.assistant.memory;

import dev.langchain4j.memory.chat.ChatMemoryProvider;
import io.attendant.assistant.AnswerTurn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Gives the AI service the memory of the turn on its thread. */
@ApplicationScoped
public class TurnMemoryProvider implements Supplier<ChatMemoryProvider> {
    @Override
    public ChatMemoryProvider get() {
        return memoryId -> AnswerTurn.current().memory();
    }
}
