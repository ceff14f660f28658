package io.attendant.assistant.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation as this API wants it: each tool call has an id of its own and is answered by it, and what tools gave is
 * marked as data. A conversation may have been begun with a provider whose tool calls have no ids; for those the client library
 * writes a form of call that is out of use and drops all but the first.
 */
final class OpenAiHistory {
    private final Set<String> ids = new HashSet<>();
    private final List<Call> open = new ArrayList<>();
    private int given;

    /** A call that waits for its result: its id as it was, and as it is now. */
    private record Call(String was, String is) {}

    private OpenAiHistory() {}

    static List<ChatMessage> repaired(List<ChatMessage> messages) {
        var history = new OpenAiHistory();
        return messages.stream()
                .flatMap(message -> history.repaired(message).stream())
                .toList();
    }

    private Optional<ChatMessage> repaired(ChatMessage message) {
        if (message instanceof ToolExecutionResultMessage result) {
            return answered(result);
        }
        open.clear();
        if (message instanceof AiMessage answer) {
            if (answer.hasToolExecutionRequests()) {
                return Optional.of(answer.toBuilder()
                        .toolExecutionRequests(answer.toolExecutionRequests().stream()
                                .map(this::identified)
                                .toList())
                        .build());
            }
            boolean empty = answer.text() == null || answer.text().isEmpty();
            return Optional.of(message).filter(any -> !empty);
        }
        return Optional.of(message);
    }

    private ToolExecutionRequest identified(ToolExecutionRequest call) {
        String was = plain(call.id());
        String is = was;
        while (is.isEmpty() || !ids.add(is)) {
            given++;
            is = callId(given);
        }
        open.add(new Call(was, is));
        return call.toBuilder().id(is).build();
    }

    /** Without ids, results come in the order of their calls. One that answers none would make the request invalid. */
    private Optional<ChatMessage> answered(ToolExecutionResultMessage result) {
        Optional<Call> call = open.stream()
                .filter(one -> one.was().equals(plain(result.id())))
                .findFirst();
        call.ifPresent(open::remove);
        return call.map(one ->
                ToolExecutionResultMessage.from(one.is(), result.toolName(), DataMark.NOTE + "\n" + result.text()));
    }

    private static String plain(String id) {
        return id == null ? "" : id;
    }

    /** An id for a call without one: nine letters and digits, which is what the strictest servers ask for. */
    static String callId(int number) {
        return "call%05d".formatted(number);
    }
}
