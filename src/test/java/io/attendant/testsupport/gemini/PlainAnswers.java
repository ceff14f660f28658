package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.gemini.protocol.Json;
import io.attendant.testsupport.gemini.protocol.Payload;
import io.attendant.testsupport.gemini.protocol.RejectedRequestException;
import io.attendant.testsupport.gemini.protocol.TextEmbedding;

/** The answers that need no script: token counts and embeddings. */
final class PlainAnswers {

    private static final int MAX_BATCH = 100;

    private PlainAnswers() {}

    static JsonNode of(GeminiRequest request) {
        JsonNode json = request.json();
        return switch (request.operation()) {
            case COUNT_TOKENS -> countTokens(json);
            case EMBED_CONTENT -> {
                ObjectNode answer = Json.object();
                answer.set("embedding", embed(json, request.model()));
                yield answer;
            }
            case BATCH_EMBED_CONTENTS -> embedAll(json.path("requests"), request.model());
            default -> throw new IllegalArgumentException("no plain answer to " + request);
        };
    }

    private static JsonNode countTokens(JsonNode json) {
        JsonNode counted = json.has("generateContentRequest") ? json.get("generateContentRequest") : json;
        if (counted.path("contents").isEmpty()) {
            throw RejectedRequestException.invalidArgument(
                    "* CountTokensRequest.contents: contents is not specified\n");
        }
        int tokens = new Payload(counted).estimatedTokens();
        ObjectNode answer = Json.object().put("totalTokens", tokens);
        answer.putArray("promptTokensDetails")
                .addObject()
                .put("modality", "TEXT")
                .put("tokenCount", tokens);
        return answer;
    }

    private static JsonNode embedAll(JsonNode requests, String model) {
        if (requests.isEmpty() || requests.size() > MAX_BATCH) {
            throw RejectedRequestException.invalidArgument(
                    "* BatchEmbedContentsRequest.requests: at least one and at most "
                            + MAX_BATCH
                            + " requests can be in one batch\n");
        }
        ObjectNode answer = Json.object();
        ArrayNode embeddings = answer.putArray("embeddings");
        requests.forEach(request -> embeddings.add(embed(request, model)));
        return answer;
    }

    private static ObjectNode embed(JsonNode json, String model) {
        String named = json.path("model").asText("models/" + model);
        if (!named.equals("models/" + model)) {
            throw RejectedRequestException.invalidArgument(
                    "* EmbedContentRequest.model: model must match the one in the path\n");
        }
        JsonNode parts = json.path("content").path("parts");
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.path("text").asText()).append('\n'));
        if (text.toString().isBlank()) {
            throw RejectedRequestException.invalidArgument("* EmbedContentRequest.content: content is empty\n");
        }
        int dimensions = json.path("outputDimensionality").asInt(TextEmbedding.DEFAULT_DIMENSIONS);
        if (dimensions < 1 || dimensions > TextEmbedding.DEFAULT_DIMENSIONS) {
            throw RejectedRequestException.invalidArgument(
                    "* EmbedContentRequest.output_dimensionality: must be within 1 and "
                            + TextEmbedding.DEFAULT_DIMENSIONS
                            + "\n");
        }
        return TextEmbedding.of(text.toString(), dimensions);
    }
}
