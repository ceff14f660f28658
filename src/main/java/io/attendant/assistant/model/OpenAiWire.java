package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.time.Duration;
import java.util.Optional;

/** The chat completions API, of OpenAI and of the many servers that speak it more or less, below the client library. */
final class OpenAiWire implements ModelWire {
    /** Newer models of OpenAI refuse the limit by its old name. */
    @Override
    public String request(String body) {
        ObjectNode request = (ObjectNode) WireJson.ours(body);
        if (request.has("max_tokens")) {
            request.set("max_completion_tokens", request.remove("max_tokens"));
        }
        return request.toString();
    }

    @Override
    public AnswerStream answer(ServerSentEventListener listener) {
        return new OpenAiStream(listener);
    }

    @Override
    public ModelFailure refusal(int status, JsonNode body, Optional<Duration> retryAfter) {
        return new ModelFailure(kind(status, body.path("error")), retryAfter.orElse(null), null);
    }

    /** An error inside a stream: some servers give the status as its code, others a name. */
    static ModelFailure failure(JsonNode error) {
        int status = error.path("code").asInt();
        if (status < 400) {
            status = switch (WireJson.text(error.path("type"))) {
                case "invalid_request_error" -> 400;
                case "authentication_error" -> 401;
                case "rate_limit_error", "rate_limit_exceeded" -> 429;
                default -> WireJson.text(error.path("code")).equals("rate_limit_exceeded") ? 429 : 500;
            };
        }
        return new ModelFailure(kind(status, error));
    }

    private static ModelFailure.Kind kind(int status, JsonNode error) {
        return switch (WireJson.text(error.path("code"))) {
            case "invalid_api_key", "insufficient_quota", "model_not_found" -> ModelFailure.Kind.DENIED;
            case "content_filter", "content_policy_violation" -> ModelFailure.Kind.BLOCKED;
            default -> ModelFailure.Kind.ofStatus(status);
        };
    }
}
