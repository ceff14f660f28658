package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call that the model wants the client to make.
 *
 * @param id empty when the call carries none
 */
public record FunctionCall(String name, JsonNode args, String id) {

    /** A call with arguments, which may be any values that JSON can hold; sorted by name. */
    public static FunctionCall of(String name, Map<String, ?> args) {
        return new FunctionCall(name, Json.toTree(new TreeMap<>(args)), "");
    }

    public static FunctionCall of(String name) {
        return of(name, Map.of());
    }

    public FunctionCall withId(String newId) {
        return new FunctionCall(name, args, newId);
    }

    static FunctionCall from(JsonNode node) {
        JsonNode args = node.path("args");
        return new FunctionCall(
                node.path("name").asText(),
                args.isMissingNode() ? Json.object() : args,
                node.path("id").asText());
    }

    public ObjectNode toJson() {
        ObjectNode node = Json.object();
        if (!id.isEmpty()) {
            node.put("id", id);
        }
        node.put("name", name);
        node.set("args", args);
        return node;
    }
}
