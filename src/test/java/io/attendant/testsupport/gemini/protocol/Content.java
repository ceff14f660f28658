package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One message of a conversation.
 *
 * @param role as sent; empty when missing
 */
public record Content(String role, List<Part> parts) {

    public Content {
        parts = List.copyOf(parts);
    }

    static Content from(JsonNode node) {
        return new Content(
                node.path("role").asText(),
                StreamSupport.stream(node.path("parts").spliterator(), false)
                        .map(Part::new)
                        .toList());
    }

    public boolean fromModel() {
        return role.equals("model");
    }

    /** All text that is no thought. */
    public String text() {
        return parts.stream()
                .filter(part -> !part.thought())
                .flatMap(part -> part.text().stream())
                .collect(Collectors.joining());
    }

    /** Whether a text part is there, be it an empty one. */
    public boolean hasText() {
        return parts.stream().anyMatch(part -> part.text().isPresent());
    }

    public List<FunctionCall> functionCalls() {
        return parts.stream().map(Part::functionCall).flatMap(Optional::stream).toList();
    }

    public List<FunctionResponse> functionResponses() {
        return parts.stream()
                .map(Part::functionResponse)
                .flatMap(Optional::stream)
                .toList();
    }
}
