package io.attendant.assistant.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import io.attendant.assistant.memory.History.RememberedTurn;
import io.attendant.shared.StorableText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The running summary of turns that the model is no longer shown: what the shopper asked, and which tools were called with
 * what. No result and no answer is in it, so no fact about an order or a customer can be taken from it; those are looked up
 * again. Made without a model, it costs nothing, can't fail and reads the same on every replica.
 */
final class Digest {
    private static final int MAX_LENGTH = 3_000;
    private static final int MAX_WISH = 160;
    private static final int MAX_CALL = 120;

    private Digest() {}

    /** The newest turns if not all have room. */
    static String of(List<RememberedTurn> turns) {
        Deque<String> lines = new ArrayDeque<>();
        int length = 0;
        for (RememberedTurn turn : turns.reversed()) {
            String line = line(turn);
            length += line.length() + 1;
            if (length > MAX_LENGTH) {
                break;
            }
            lines.addFirst(line);
        }
        return String.join("\n", lines);
    }

    private static String line(RememberedTurn turn) {
        String wish = turn.messages().stream()
                .filter(UserMessage.class::isInstance)
                .map(message -> ((UserMessage) message).singleText())
                .findFirst()
                .orElse("");
        String calls = turn.messages().stream()
                .filter(AiMessage.class::isInstance)
                .flatMap(message -> ((AiMessage) message).toolExecutionRequests().stream())
                .map(Digest::call)
                .distinct()
                .collect(Collectors.joining(", "));
        return "- \"" + cut(wish, MAX_WISH) + "\"" + (calls.isEmpty() ? "" : " -> " + calls);
    }

    private static String call(ToolExecutionRequest call) {
        return call.name() + cut(call.arguments() == null ? "" : call.arguments(), MAX_CALL);
    }

    private static String cut(String text, int length) {
        return StorableText.of(text.strip().replaceAll("\\s+", " "), length);
    }
}
