package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.attendant.testsupport.gemini.protocol.Json;
import java.io.IOException;

/** Collects an answer into one response object, sent when it is complete. */
final class ObjectSink implements AnswerSink {

    private final ApiResponse response;
    private final ArrayNode parts = Json.object().arrayNode();
    private JsonNode newest;
    private byte[] garbage;

    ObjectSink(ApiResponse response) {
        this.response = response;
    }

    @Override
    public void send(JsonNode frame) {
        frame.path("candidates").path(0).path("content").path("parts").forEach(this::append);
        newest = frame;
    }

    @Override
    public void sendLast(JsonNode frame) throws IOException {
        send(frame);
        end();
    }

    @Override
    public void garbage(byte[] bytes) {
        garbage = bytes;
    }

    @Override
    public void error(GeminiError error) throws IOException {
        response.error(error);
    }

    @Override
    public void end() throws IOException {
        if (garbage == null) {
            response.object(merged());
        } else {
            response.bytes(garbage);
        }
    }

    @Override
    public void cut() throws IOException {
        if (newest == null) {
            response.exchange().cut();
        } else {
            byte[] body = Json.pretty(merged());
            response.partAndCut(body, body.length / 2);
        }
    }

    @Override
    public void hangUp() throws IOException {
        response.exchange().hangUp();
    }

    private JsonNode merged() {
        if (newest == null) {
            return Json.object();
        }
        JsonNode merged = newest.deepCopy();
        JsonNode place = merged.path("candidates").path(0).path("content");
        if (!parts.isEmpty() && place instanceof ObjectNode content) {
            content.set("parts", parts);
        }
        return merged;
    }

    /** Text goes on in the part before it, if that is of the same kind and not yet signed. */
    private void append(JsonNode part) {
        JsonNode before = parts.path(parts.size() - 1);
        boolean goesOn = before instanceof ObjectNode
                && before.has("text")
                && part.has("text")
                && !before.has("thoughtSignature")
                && before.has("thought") == part.has("thought");
        if (goesOn) {
            ObjectNode text = (ObjectNode) before;
            text.put("text", before.get("text").asText() + part.get("text").asText());
            if (part.has("thoughtSignature")) {
                text.set("thoughtSignature", part.get("thoughtSignature"));
            }
        } else {
            parts.add(part.deepCopy());
        }
    }
}
