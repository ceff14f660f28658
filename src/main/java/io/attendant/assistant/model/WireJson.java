package io.attendant.assistant.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.attendant.shared.Json;
import java.io.IOException;

/** Reads what providers send, of which nothing is certain. Parse errors quote what they can't read, so they end here. */
final class WireJson {
    private WireJson() {}

    /** What a client library wrote. */
    static JsonNode ours(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the client library wrote a request that is no JSON");
        }
    }

    /** @throws ModelFailure {@link ModelFailure.Kind#GARBLED} */
    static JsonNode read(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new ModelFailure(ModelFailure.Kind.GARBLED);
        }
    }

    /** A refusal may come without a body, and a proxy's is no JSON: then a missing node. */
    static JsonNode readIfAny(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** A text, empty where there is none; a null's own text would be "null". */
    static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }
}
