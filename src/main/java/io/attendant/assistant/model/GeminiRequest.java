package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Puts right what the client library writes into a request and the API refuses, and marks what tools gave as data. */
final class GeminiRequest {
    /** The API's own way to accept a function call whose signature was not kept. */
    static final String NO_SIGNATURE = "skip_thought_signature_validator";

    private GeminiRequest() {}

    static String repaired(String body) {
        JsonNode request = WireJson.ours(body);
        request.path("tools")
                .forEach(tool -> tool.path("functionDeclarations").forEach(GeminiRequest::dropEmptyParameters));
        if (request.path("contents") instanceof ArrayNode contents) {
            dropEmpty(contents);
            addMissingSignatures(contents);
            contents.forEach(GeminiRequest::mark);
        }
        return request.toString();
    }

    /** Tools without arguments come with an empty {@code properties}, which some models refuse: their schema is left out. */
    private static void dropEmptyParameters(JsonNode function) {
        if (function.path("parameters").path("properties").isEmpty()) {
            ((ObjectNode) function).remove("parameters");
        }
    }

    /** A content without parts makes every later request of the conversation invalid, not only this one. */
    private static void dropEmpty(ArrayNode contents) {
        for (Iterator<JsonNode> each = contents.iterator(); each.hasNext(); ) {
            JsonNode parts = each.next().path("parts");
            for (Iterator<JsonNode> part = parts.iterator(); part.hasNext(); ) {
                if (!saysAnything(part.next())) {
                    part.remove();
                }
            }
            if (parts.isEmpty()) {
                each.remove();
            }
        }
    }

    private static boolean saysAnything(JsonNode part) {
        JsonNode text = part.path("text");
        return text.isTextual()
                ? !text.textValue().isEmpty()
                : part.has("functionCall")
                        || part.has("functionResponse")
                        || part.has("inlineData")
                        || part.has("fileData");
    }

    /** Signatures are asked for in the current turn only, on the first call of each step. */
    private static void addMissingSignatures(ArrayNode contents) {
        for (int i = currentTurn(contents); i < contents.size(); i++) {
            if (WireJson.text(contents.get(i).path("role")).equals("model")) {
                for (JsonNode part : contents.get(i).path("parts")) {
                    if (part.has("functionCall")) {
                        if (WireJson.text(part.path("thoughtSignature")).isEmpty()) {
                            ((ObjectNode) part).put("thoughtSignature", NO_SIGNATURE);
                        }
                        break;
                    }
                }
            }
        }
    }

    /** It begins with the last content in which the shopper says something. */
    private static int currentTurn(ArrayNode contents) {
        for (int i = contents.size() - 1; i > 0; i--) {
            JsonNode content = contents.get(i);
            if (!WireJson.text(content.path("role")).equals("model") && hasText(content)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean hasText(JsonNode content) {
        for (JsonNode part : content.path("parts")) {
            if (part.has("text")) {
                return true;
            }
        }
        return false;
    }

    private static void mark(JsonNode content) {
        for (JsonNode part : content.path("parts")) {
            if (part.path("functionResponse").path("response") instanceof ObjectNode response) {
                response.put("note", DataMark.NOTE);
            }
        }
    }
}
