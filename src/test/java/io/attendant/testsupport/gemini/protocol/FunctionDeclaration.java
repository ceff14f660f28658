package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A function that the client offers.
 *
 * @param parameters the schema as sent; a missing node when the function takes none
 */
public record FunctionDeclaration(String name, String description, JsonNode parameters) {

    static FunctionDeclaration from(JsonNode node) {
        JsonNode jsonSchema = node.path("parametersJsonSchema");
        return new FunctionDeclaration(
                node.path("name").asText(),
                node.path("description").asText(),
                jsonSchema.isMissingNode() ? node.path("parameters") : jsonSchema);
    }
}
