package io.attendant.testsupport.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the API and the strictest of the servers that speak it ask of a request. */
final class OpenAiRules {
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");

    private final List<String> findings = new ArrayList<>();

    private OpenAiRules() {}

    /** What is wrong with the request; empty if it is valid. */
    static List<String> check(JsonNode request) {
        var rules = new OpenAiRules();
        rules.need(!request.path("model").asText().isEmpty(), "you must provide a model parameter");
        rules.need(request.path("stream").asBoolean(), "only streams are served here");
        rules.need(!request.has("max_tokens"), "max_tokens is not supported, use max_completion_tokens");
        rules.need(!request.path("messages").isEmpty(), "messages must not be empty");
        rules.checkMessages(request.path("messages"));
        request.path("tools").forEach(rules::checkTool);
        return rules.findings;
    }

    private void checkMessages(JsonNode messages) {
        Set<String> open = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            String where = "messages[" + i + "]";
            String role = message.path("role").asText();
            boolean answers = role.equals("tool");
            need(answers || open.isEmpty(), where + ": tool calls without a tool message: " + open);
            boolean hasText = message.path("content").isTextual()
                    && !message.path("content").asText().isEmpty();
            switch (role) {
                case "system", "developer", "user" -> need(hasText, where + ": content must not be empty");
                case "assistant" -> {
                    need(hasText || !message.path("tool_calls").isEmpty(), where + ": neither content nor tool_calls");
                    message.path("tool_calls").forEach(call -> {
                        String id = call.path("id").asText();
                        need(!id.isEmpty() && seen.add(id), where + ": id of a tool call is missing or repeated");
                        need(call.path("type").asText().equals("function"), where + ": type must be function");
                        need(call.path("function").path("name").isTextual(), where + ": a call without a name");
                        need(call.path("function").path("arguments").isTextual(), where + ": arguments are no string");
                        open.add(id);
                    });
                }
                case "tool" ->
                    need(
                            hasText && open.remove(message.path("tool_call_id").asText()),
                            where + ": answers no preceding tool call");
                default -> need(false, where + ": unknown role " + role);
            }
        }
        need(open.isEmpty(), "tool calls without a tool message: " + open);
    }

    private void checkTool(JsonNode tool) {
        need(tool.path("type").asText().equals("function"), "a tool that is no function");
        String name = tool.path("function").path("name").asText();
        need(name.matches("[a-zA-Z0-9_-]{1,64}"), "invalid name of a function: " + name);
        JsonNode parameters = tool.path("function").path("parameters");
        if (!parameters.isMissingNode()) {
            need(parameters.path("type").asText().equals("object"), name + ": parameters are no object");
            checkSchema(parameters, name);
        }
    }

    private void checkSchema(JsonNode schema, String path) {
        need(TYPES.contains(schema.path("type").asText()), path + ": invalid type");
        schema.path("properties")
                .properties()
                .forEach(property -> checkSchema(property.getValue(), path + "." + property.getKey()));
        schema.path("required")
                .forEach(name ->
                        need(schema.path("properties").has(name.asText()), path + ": required but unknown: " + name));
        if (schema.path("type").asText().equals("array")) {
            checkSchema(schema.path("items"), path + "[]");
        }
    }

    private void need(boolean held, String otherwise) {
        if (!held) {
            findings.add(otherwise);
        }
    }
}
