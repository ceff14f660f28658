package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.attendant.assistant.OpenPage;
import io.attendant.assistant.memory.PageMark;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A conversation as turns, read from the framework's messages, whichever model wrote them.
 *
 * @param turns oldest first; the last one is open
 * @param calls how many tool calls there were in all
 */
record Transcript(List<Turn> turns, int calls) {

    /** @throws IllegalArgumentException if there is no message of the shopper to answer */
    static Transcript of(List<ChatMessage> messages) {
        Reader reader = new Reader();
        messages.forEach(reader::read);
        return reader.finish();
    }

    Turn open() {
        return turns.get(turns.size() - 1);
    }

    List<Turn> finished() {
        return turns.subList(0, turns.size() - 1);
    }

    private static final class Reader {
        private final List<Turn> turns = new ArrayList<>();
        private final List<ToolExecutionRequest> pending = new ArrayList<>();
        private String text;
        private OpenPage page;
        private List<ToolUse> uses = new ArrayList<>();
        private StringBuilder answer = new StringBuilder();
        private int calls;

        void read(ChatMessage message) {
            if (message instanceof UserMessage shopper) {
                close();
                text = shopper.contents().stream()
                        .filter(TextContent.class::isInstance)
                        .map(content -> ((TextContent) content).text())
                        .collect(Collectors.joining("\n"));
                page = PageMark.of(shopper);
            } else if (message instanceof AiMessage assistant) {
                if (assistant.text() != null) {
                    answer.append(assistant.text()).append('\n');
                }
                pending.addAll(assistant.toolExecutionRequests());
                calls += assistant.toolExecutionRequests().size();
            } else if (message instanceof ToolExecutionResultMessage result) {
                take(result)
                        .ifPresent(request ->
                                uses.add(new ToolUse(request.name(), object(request.arguments()), result(result))));
            }
        }

        Transcript finish() {
            if (text == null) {
                throw new IllegalArgumentException("there is no message to answer");
            }
            turns.add(new Turn(text, page, List.copyOf(uses), Optional.empty()));
            return new Transcript(List.copyOf(turns), calls);
        }

        private void close() {
            if (text != null) {
                turns.add(new Turn(text, page, List.copyOf(uses), Optional.of(answer.toString())));
            }
            pending.clear();
            uses = new ArrayList<>();
            answer = new StringBuilder();
        }

        /** By id; models that give none get their results in the order of their calls. */
        private Optional<ToolExecutionRequest> take(ToolExecutionResultMessage result) {
            Optional<ToolExecutionRequest> found = pending.stream()
                    .filter(request -> Objects.equals(request.id(), result.id())
                            && Objects.equals(request.name(), result.toolName()))
                    .findFirst()
                    .or(() -> pending.stream()
                            .filter(request -> Objects.equals(request.name(), result.toolName()))
                            .findFirst());
            found.ifPresent(pending::remove);
            return found;
        }

        private static JsonNode result(ToolExecutionResultMessage message) {
            return message.hasSingleText() ? object(message.text()) : failed();
        }

        /** Anything but an object is no answer of a tool of ours, so the tool failed. */
        private static JsonNode object(String json) {
            if (json == null || json.isBlank()) {
                return Json.mapper().createObjectNode();
            }
            try {
                JsonNode node = Json.mapper().readTree(json);
                return node.isObject() ? node : failed();
            } catch (JsonProcessingException e) {
                return failed();
            }
        }

        private static ObjectNode failed() {
            return Json.mapper().createObjectNode().put("refused", ErrorCode.TOOL_FAILED.code());
        }
    }
}
