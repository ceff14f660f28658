package io.attendant.assistant.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.langchain4j.data.message.ChatMessage;
import io.attendant.assistant.memory.TurnMessages;
import io.attendant.shared.Json;
import io.attendant.shared.Secrets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** SHA-256, as hex, over what must be the same again; the order of an object's members doesn't matter. */
final class Fingerprints {
    private static final ObjectWriter SORTED =
            Json.mapper().writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Fingerprints() {}

    static String ofEvents(List<RecordedEvent> events) {
        return of(events.stream().map(Fingerprints::canonical).toList());
    }

    /** Over what a turn adds to the model's memory, which holds the arguments of the tools too. */
    static String ofMemory(List<ChatMessage> added) {
        return of(TurnMessages.write(added).stream()
                .map(message -> canonical(Json.<JsonNode>read(message, JsonNode.class)))
                .toList());
    }

    static String of(Collection<String> parts) {
        return HexFormat.of()
                .formatHex(Secrets.hash(
                        parts.stream().map(part -> part.length() + " " + part).collect(Collectors.joining("\n"))));
    }

    static String canonical(RecordedEvent event) {
        return event.type() + " " + canonical(event.data());
    }

    private static String canonical(JsonNode json) {
        try {
            // Only maps are sorted when they are written, trees are not.
            return SORTED.writeValueAsString(Json.mapper().treeToValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON can't be written again", e);
        }
    }
}
