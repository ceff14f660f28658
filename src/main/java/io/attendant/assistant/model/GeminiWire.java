package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.time.Duration;
import java.util.Optional;

/** Gemini's API, below the client library. */
final class GeminiWire implements ModelWire {
    @Override
    public String request(String body) {
        return GeminiRequest.repaired(body);
    }

    @Override
    public AnswerStream answer(ServerSentEventListener listener) {
        return new GeminiStream(listener);
    }

    @Override
    public ModelFailure refusal(int status, JsonNode body, Optional<Duration> retryAfter) {
        JsonNode error = errorIn(body);
        Optional<Duration> wait = Optional.empty();
        for (JsonNode detail : error.path("details")) {
            if (WireJson.text(detail.path("@type")).endsWith("RetryInfo")) {
                wait = RetryAfter.seconds(WireJson.text(detail.path("retryDelay")));
            }
        }
        return new ModelFailure(kind(status, error), wait.or(() -> retryAfter).orElse(null), null);
    }

    /** An error inside a stream. */
    static ModelFailure failure(JsonNode body) {
        int code = errorIn(body).path("code").asInt();
        return new GeminiWire().refusal(code < 400 ? 500 : code, body, Optional.empty());
    }

    /** Errors come bare, or as the only element of an array. */
    static JsonNode errorIn(JsonNode body) {
        return (body.isArray() ? body.path(0) : body).path("error");
    }

    private static ModelFailure.Kind kind(int status, JsonNode error) {
        boolean hopeless = status == 400
                && (WireJson.text(error.path("status")).equals("FAILED_PRECONDITION")
                        || error.findValuesAsText("reason").contains("API_KEY_INVALID"));
        return hopeless ? ModelFailure.Kind.DENIED : ModelFailure.Kind.ofStatus(status);
    }
}
