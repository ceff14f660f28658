package io.attendant.assistant.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;

/**
 * How many tokens messages have, estimated from their length without asking anybody. Providers say four characters a token
 * for English; JSON and other languages have fewer, so three is on the safe side.
 */
final class Tokens {
    private static final int CHARS = 3;
    /** Roles and separators. */
    private static final int PER_MESSAGE = 4;

    private Tokens() {}

    static long of(List<ChatMessage> messages) {
        return messages.stream()
                .mapToLong(message -> PER_MESSAGE + length(message) / CHARS)
                .sum();
    }

    private static long length(ChatMessage message) {
        return switch (message) {
            case UserMessage user -> user.singleText().length();
            case AiMessage answer -> length(answer.text()) + calls(answer.toolExecutionRequests());
            case ToolExecutionResultMessage result -> length(result.text());
            default -> 0;
        };
    }

    private static long calls(List<ToolExecutionRequest> calls) {
        return calls.stream()
                .mapToLong(call -> length(call.name()) + length(call.arguments()))
                .sum();
    }

    private static long length(String text) {
        return text == null ? 0 : text.length();
    }
}
