package io.attendant.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of an event stream in which everything is replaced that differs from run to run. */
public final class RecordedStream {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> MOMENTS = Set.of("expiresAt", "at");
    /** They follow from the length of the prompt, which is no business of the UI. */
    private static final Set<String> MEASURES = Set.of("inputTokens", "outputTokens", "cost");

    private final Map<String, String> names = new HashMap<>();

    /** The same id gets the same name in all streams that one object records. */
    public String text(List<ServerEvents.Event> events) {
        StringBuilder text = new StringBuilder();
        for (ServerEvents.Event event : events) {
            text.append("id: ").append(event.id()).append('\n');
            text.append("event: ").append(event.name()).append('\n');
            text.append("data: ").append(stable("", event.data())).append("\n\n");
        }
        return text.toString();
    }

    private JsonNode stable(String field, JsonNode value) {
        if (value.isObject()) {
            ObjectNode copy = Attendant.JSON.createObjectNode();
            value.properties().forEach(entry -> copy.set(entry.getKey(), stable(entry.getKey(), entry.getValue())));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = Attendant.JSON.createArrayNode();
            value.forEach(element -> copy.add(stable(field, element)));
            return copy;
        }
        if (MEASURES.contains(field)) {
            return Attendant.JSON.getNodeFactory().numberNode(0);
        }
        return value.isTextual() ? TextNode.valueOf(stable(field, value.asText())) : value;
    }

    private String stable(String field, String text) {
        if (MOMENTS.contains(field)) {
            return "2126-01-01T00:00:00Z";
        }
        if (field.equals("callId")) {
            return names.computeIfAbsent(text, id -> "call-" + (names.size() + 1));
        }
        return UUID.matcher(text)
                .replaceAll(id -> names.computeIfAbsent(
                        id.group(), known -> "00000000-0000-4000-8000-%012d".formatted(names.size() + 1)));
    }
}
