package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One part of a content, with the fields that the emulator looks at.
 *
 * @param json the part in camel case
 */
public record Part(JsonNode json) {

    public Optional<String> text() {
        return Optional.ofNullable(json.path("text").textValue());
    }

    public boolean thought() {
        return json.path("thought").asBoolean();
    }

    public Optional<String> thoughtSignature() {
        return Optional.ofNullable(json.path("thoughtSignature").textValue());
    }

    public Optional<FunctionCall> functionCall() {
        return json.has("functionCall") ? Optional.of(FunctionCall.from(json.get("functionCall"))) : Optional.empty();
    }

    public Optional<FunctionResponse> functionResponse() {
        return json.has("functionResponse")
                ? Optional.of(FunctionResponse.from(json.get("functionResponse")))
                : Optional.empty();
    }
}
