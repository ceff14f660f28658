package io.attendant.assistant.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes of a remembered turn one that every provider accepts, whoever wrote it: it begins with the shopper's message, no
 * message is empty, calls of tools come right after the shopper or after results, each call is followed by its result and each
 * result has its call, and calls have ids that are their own. A provider that refuses one message of a history refuses the conversation for ever.
 */
final class HistoryRepair {
    private HistoryRepair() {}

    /** @return empty if nothing of the turn can be kept */
    static Optional<List<ChatMessage>> of(List<ChatMessage> turn) {
        List<ChatMessage> repaired = new ArrayList<>();
        int at = 0;
        while (at < turn.size()) {
            ChatMessage message = turn.get(at);
            at++;
            if (message instanceof AiMessage answer && answer.hasToolExecutionRequests()) {
                List<ToolExecutionResultMessage> results = new ArrayList<>();
                while (at < turn.size() && turn.get(at) instanceof ToolExecutionResultMessage result) {
                    results.add(result);
                    at++;
                }
                addCalls(answer, results, repaired);
            } else if (message instanceof UserMessage user
                    ? !user.singleText().isBlank()
                    : message instanceof AiMessage answer && hasText(answer)) {
                repaired.add(message);
            }
        }
        return !repaired.isEmpty() && repaired.getFirst() instanceof UserMessage
                ? Optional.of(repaired)
                : Optional.empty();
    }

    /** Results come in the order of the calls; what has no partner of the same tool is left out. */
    private static void addCalls(
            AiMessage answer, List<ToolExecutionResultMessage> results, List<ChatMessage> repaired) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        List<ChatMessage> answers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int next = 0;
        for (ToolExecutionRequest call : answer.toolExecutionRequests()) {
            if (next < results.size() && results.get(next).toolName().equals(call.name())) {
                String id = call.id() == null || call.id().isBlank() || !ids.add(call.id())
                        ? "call-" + repaired.size() + "-" + next
                        : call.id();
                calls.add(call.toBuilder().id(id).build());
                answers.add(ToolExecutionResultMessage.from(
                        id, call.name(), results.get(next).text()));
                next++;
            }
        }
        if (!calls.isEmpty()) {
            // Steps of the model in a row: those without calls say nothing that is needed.
            while (!repaired.isEmpty() && repaired.getLast() instanceof AiMessage) {
                repaired.removeLast();
            }
            repaired.add(answer.toBuilder()
                    .text(hasText(answer) ? answer.text() : null)
                    .toolExecutionRequests(calls)
                    .build());
            repaired.addAll(answers);
        } else if (hasText(answer)) {
            repaired.add(answer.toBuilder().toolExecutionRequests(List.of()).build());
        }
    }

    private static boolean hasText(AiMessage answer) {
        return answer.text() != null && !answer.text().isBlank();
    }
}
