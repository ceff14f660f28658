package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The body of a generate request.
 *
 * @param json the body in camel case, every repeated field an array
 */
public record Payload(JsonNode json) {

    /** A body that could not be read. */
    public static final Payload NONE = new Payload(MissingNode.getInstance());

    private static final Set<String> UNCOUNTED = Set.of("role", "thoughtSignature");

    public List<Content> contents() {
        return elements(json.path("contents")).map(Content::from).toList();
    }

    public String systemInstruction() {
        return Content.from(json.path("systemInstruction")).text();
    }

    public List<FunctionDeclaration> functionDeclarations() {
        return elements(json.path("tools"))
                .flatMap(tool -> elements(tool.path("functionDeclarations")))
                .map(FunctionDeclaration::from)
                .toList();
    }

    /** AUTO unless the request says otherwise. */
    public String functionCallingMode() {
        return functionCallingConfig().path("mode").asText("AUTO");
    }

    /** Empty when every declared function is allowed. */
    public List<String> allowedFunctionNames() {
        return elements(functionCallingConfig().path("allowedFunctionNames"))
                .map(JsonNode::asText)
                .toList();
    }

    public JsonNode generationConfig() {
        return json.path("generationConfig");
    }

    /** An estimate of the input's tokens: a quarter of the characters of all values. */
    public int estimatedTokens() {
        long characters = characters(json.path("contents"))
                + characters(json.path("systemInstruction"))
                + characters(json.path("tools"));
        return Math.toIntExact(Math.max(1, (characters + 3) / 4));
    }

    private JsonNode functionCallingConfig() {
        return json.path("toolConfig").path("functionCallingConfig");
    }

    private static long characters(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(field -> !UNCOUNTED.contains(field.getKey()))
                    .collect(Collectors.summingLong(field -> characters(field.getValue())));
        }
        return node.isArray()
                ? elements(node).mapToLong(Payload::characters).sum()
                : node.asText().length();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
