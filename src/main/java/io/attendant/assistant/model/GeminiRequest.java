package io.attendant.assistant.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.shared.Json;

/** Puts right what the client library writes into a request and the API refuses. */
final class GeminiRequest {
    private GeminiRequest() {}

    /** Tools without arguments come with an empty {@code properties}, which some models refuse: their schema is left out. */
    static String repaired(String body) {
        JsonNode request;
        try {
            request = Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the client library wrote a request that is no JSON", e);
        }
        for (JsonNode tool : request.path("tools")) {
            for (JsonNode function : tool.path("functionDeclarations")) {
                if (function.path("parameters").path("properties").isEmpty()) {
                    ((ObjectNode) function).remove("parameters");
                }
            }
        }
        return request.toString();
    }
}
