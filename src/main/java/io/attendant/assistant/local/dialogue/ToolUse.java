package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A tool call with what came of it. */
record ToolUse(String tool, JsonNode arguments, JsonNode result) {
    /** Why the tool said no; empty if it didn't. */
    Optional<String> refusal() {
        return result.hasNonNull("refused") ? Optional.of(result.get("refused").asText()) : Optional.empty();
    }

    boolean isRefused() {
        return refusal().isPresent();
    }

    String argument(String name) {
        return arguments.path(name).asText("");
    }
}
