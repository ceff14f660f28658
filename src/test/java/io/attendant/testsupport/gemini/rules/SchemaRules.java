package io.attendant.testsupport.gemini.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** What the API demands of an OpenAPI schema beyond its fields' names and types. */
final class SchemaRules {

    private static final Set<String> STRING_FORMATS = Set.of("enum", "date-time");

    private SchemaRules() {}

    static void check(JsonNode schema, String path, Findings findings) {
        String type = schema.path("type").asText();
        if (type.isEmpty() && !schema.has("anyOf")) {
            findings.add(path + ".type", "must be specified");
        }
        if (type.equals("OBJECT")) {
            checkObject(schema, path, findings);
        } else if (schema.has("properties")) {
            findings.add(path + ".properties", "only allowed for OBJECT type");
        }
        if (type.equals("ARRAY") && !schema.has("items")) {
            findings.add(path + ".items", "missing field.");
        }
        if (schema.has("enum") && !type.equals("STRING")) {
            findings.add(path + ".enum", "only allowed for STRING type");
        }
        for (JsonNode value : schema.path("enum")) {
            if (value.asText().isEmpty()) {
                findings.add(path + ".enum", "cannot be empty");
            }
        }
        if (type.equals("STRING")
                && schema.has("format")
                && !STRING_FORMATS.contains(schema.get("format").asText())) {
            findings.add(path + ".format", "only 'enum' and 'date-time' are supported for STRING type");
        }
        if (schema.has("items")) {
            check(schema.get("items"), path + ".items", findings);
        }
        for (int i = 0; i < schema.path("anyOf").size(); i++) {
            check(schema.get("anyOf").get(i), path + ".any_of[" + i + "]", findings);
        }
    }

    private static void checkObject(JsonNode schema, String path, Findings findings) {
        JsonNode properties = schema.path("properties");
        if (properties.isEmpty()) {
            findings.add(path + ".properties", "should be non-empty for OBJECT type");
        }
        JsonNode required = schema.path("required");
        for (int i = 0; i < required.size(); i++) {
            if (!properties.has(required.get(i).asText())) {
                findings.add(path + ".required[" + i + "]", "property is not defined");
            }
        }
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            check(property.getValue(), path + ".properties[" + property.getKey() + "]", findings);
        }
    }
}
