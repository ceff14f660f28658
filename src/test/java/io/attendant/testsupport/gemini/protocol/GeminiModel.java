package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A model and what it allows.
 *
 * @param id without {@code models/}
 * @param methods the operations it supports
 * @param thinkingLevels empty when it takes a budget only
 * @param minThinkingBudget in tokens; a budget of -1 leaves it to the model
 * @param thinkingCanBeOff whether a budget of 0 is accepted
 */
public record GeminiModel(
        String id,
        int inputTokenLimit,
        int outputTokenLimit,
        Set<String> methods,
        Set<String> thinkingLevels,
        int minThinkingBudget,
        int maxThinkingBudget,
        boolean thinkingCanBeOff) {

    private static final int INPUT_LIMIT = 1_048_576;
    private static final int OUTPUT_LIMIT = 65_536;
    private static final Set<String> CHAT = Set.of("generateContent", "countTokens");
    private static final Set<String> EMBED = Set.of("embedContent", "countTokens");

    /** What is known of a chat model by its id alone. */
    public static GeminiModel chat(String id) {
        boolean pro = id.contains("-pro");
        boolean lite = id.contains("-lite");
        Set<String> levels = !id.startsWith("gemini-3")
                ? Set.of()
                : pro || id.startsWith("gemini-3.7") || id.startsWith("gemini-3.8")
                        ? Set.of("LOW", "MEDIUM", "HIGH")
                        : Set.of("MINIMAL", "LOW", "MEDIUM", "HIGH");
        int min = pro ? 128 : lite ? 512 : 1;
        int max = pro ? 32_768 : 24_576;
        return new GeminiModel(id, INPUT_LIMIT, OUTPUT_LIMIT, CHAT, levels, min, max, !pro);
    }

    static GeminiModel embedding(String id) {
        return new GeminiModel(id, 2_048, 1, EMBED, Set.of(), 0, 0, true);
    }

    /** Whether the thought signature of a function call has to be sent back. */
    public boolean requiresThoughtSignatures() {
        return id.startsWith("gemini-3");
    }

    /** Whether the model issues thought signatures, required or not. */
    public boolean issuesThoughtSignatures() {
        return requiresThoughtSignatures() || id.startsWith("gemini-2.5");
    }

    /** Whether function declarations and a JSON response type go together. */
    public boolean combinesToolsWithJson() {
        return id.startsWith("gemini-3");
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("name", "models/" + id)
                .put("version", "001")
                .put("displayName", displayName())
                .put("description", displayName())
                .put("inputTokenLimit", inputTokenLimit)
                .put("outputTokenLimit", outputTokenLimit);
        ArrayNode supported = node.putArray("supportedGenerationMethods");
        List.of("generateContent", "embedContent", "countTokens").stream()
                .filter(methods::contains)
                .forEach(supported::add);
        if (methods.contains("generateContent")) {
            node.put("temperature", 1).put("topP", 0.95).put("topK", 64);
            node.put("maxTemperature", 2).put("thinking", true);
        }
        return node;
    }

    private String displayName() {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(name.isEmpty() ? "" : " ");
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
