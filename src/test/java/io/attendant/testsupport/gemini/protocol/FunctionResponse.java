package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What the client's function gave back.
 *
 * @param response the object as sent
 * @param id empty when the response carries none
 */
public record FunctionResponse(String name, JsonNode response, String id) {

    static FunctionResponse from(JsonNode node) {
        JsonNode response = node.path("response");
        return new FunctionResponse(
                node.path("name").asText(),
                response.isMissingNode() ? Json.object() : response,
                node.path("id").asText());
    }

    /**
     * The function's own result. Clients wrap it in an object, often as a string that holds JSON:
     * {@code {"response": "{\"status\":\"shipped\"}"}} gives {@code {"status":"shipped"}}. A {@code note} beside it is none of
     * the function's.
     */
    public JsonNode result() {
        for (String wrapper : new String[] {"response", "result", "output"}) {
            if (response.size() == (response.has("note") ? 2 : 1) && response.has(wrapper)) {
                return unwrap(response.get(wrapper));
            }
        }
        return response;
    }

    private static JsonNode unwrap(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        return Json.tryParse(value.textValue()).orElse(TextNode.valueOf(value.textValue()));
    }
}
