package io.attendant.assistant.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.shared.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The tool calls of one answer, put together of their pieces. Servers differ: calls come in pieces or whole, several in one
 * chunk, with ids, names and places that are missing, repeated or all the same.
 */
final class OpenAiToolCalls {
    private final List<Call> calls = new ArrayList<>();

    private static final class Call {
        private final int place;
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();

        private Call(int place) {
            this.place = place;
        }
    }

    void add(JsonNode pieces) {
        for (JsonNode piece : pieces) {
            String id = WireJson.text(piece.path("id"));
            String name = WireJson.text(piece.path("function").path("name"));
            Call call = callOf(piece.path("index"), id, name);
            call.id = call.id.isEmpty() ? id : call.id;
            call.name = call.name.isEmpty() ? name : call.name;
            JsonNode arguments = piece.path("function").path("arguments");
            call.arguments.append(arguments.isObject() ? arguments.toString() : WireJson.text(arguments));
        }
    }

    private Call callOf(JsonNode place, String id, String name) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            Call call = calls.get(i);
            boolean here = !place.canConvertToInt() || place.intValue() == call.place;
            if (here && !another(call, id, name, place)) {
                return call;
            }
            if (!place.canConvertToInt()) {
                break;
            }
        }
        Call begun = new Call(place.canConvertToInt() ? place.intValue() : calls.size());
        calls.add(begun);
        return begun;
    }

    private static boolean another(Call call, String id, String name, JsonNode place) {
        if (!id.isEmpty() && !call.id.isEmpty()) {
            return !id.equals(call.id);
        }
        // Without ids and places a name is what tells that a call begins.
        return !place.canConvertToInt() && !name.isEmpty() && !call.name.isEmpty();
    }

    /**
     * The calls, once all pieces are there.
     *
     * @throws ModelFailure if one has no name, or arguments that are no JSON object: it was broken off
     */
    List<ObjectNode> whole() {
        List<ObjectNode> whole = new ArrayList<>();
        for (Call call : calls) {
            String arguments = call.arguments.toString().isBlank() ? "{}" : call.arguments.toString();
            if (call.name.isEmpty() || !isObject(arguments)) {
                throw new ModelFailure(ModelFailure.Kind.BROKEN_OFF);
            }
            ObjectNode known = Json.mapper()
                    .createObjectNode()
                    .put("index", whole.size())
                    .put("id", call.id.isEmpty() ? OpenAiHistory.callId(whole.size() + 1) : call.id)
                    .put("type", "function");
            known.putObject("function").put("name", call.name).put("arguments", arguments);
            whole.add(known);
        }
        return whole;
    }

    private static boolean isObject(String json) {
        try {
            return Json.mapper().readTree(json).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
