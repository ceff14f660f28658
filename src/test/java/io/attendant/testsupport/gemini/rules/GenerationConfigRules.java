package io.attendant.testsupport.gemini.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.protocol.GeminiModel;
import io.attendant.testsupport.gemini.protocol.Payload;
import io.attendant.testsupport.gemini.protocol.RejectedRequestException;
import java.util.Set;

/** Sampling, response format and thinking are within what the model allows. */
final class GenerationConfigRules {

    private static final String CONFIG = "generation_config.";
    private static final String JSON = "application/json";
    private static final int MAX_STOP_SEQUENCES = 5;
    private static final Set<String> MIME_TYPES =
            Set.of("text/plain", JSON, "application/xml", "application/yaml", "text/x.enum");

    private GenerationConfigRules() {}

    static void check(Payload payload, GeminiModel model) {
        JsonNode config = payload.generationConfig();
        Findings findings = new Findings();
        checkSampling(config, findings);
        checkFormat(config, findings);
        findings.throwIfAny();
        int maxOutput = config.path("maxOutputTokens").asInt(1);
        reject(
                maxOutput > model.outputTokenLimit(),
                ("Unable to submit request because it has a maxOutputTokens value of %d but the"
                                + " supported range is from 1 (inclusive) to %d (exclusive).")
                        .formatted(maxOutput, model.outputTokenLimit() + 1));
        reject(config.path("candidateCount").asInt(1) > 1, "Multiple candidates is not enabled for this model");
        reject(config.path("responseLogprobs").asBoolean(), "Logprobs is not enabled for models/" + model.id());
        reject(
                mimeType(config).equals(JSON)
                        && !payload.functionDeclarations().isEmpty()
                        && !model.combinesToolsWithJson(),
                "Function calling with a response mime type: 'application/json' is unsupported");
        checkThinking(config.path("thinkingConfig"), model);
    }

    private static void checkSampling(JsonNode config, Findings findings) {
        checkRange(config, "temperature", "temperature", 0, 2, findings);
        checkRange(config, "topP", "top_p", 0, 1, findings);
        checkRange(config, "topK", "top_k", 1, Integer.MAX_VALUE, findings);
        checkRange(config, "presencePenalty", "presence_penalty", -2, 2, findings);
        checkRange(config, "frequencyPenalty", "frequency_penalty", -2, 2, findings);
        checkRange(config, "candidateCount", "candidate_count", 1, 8, findings);
        if (config.path("maxOutputTokens").asInt(1) < 1) {
            findings.add(CONFIG + "max_output_tokens", "max_output_tokens must be positive.");
        }
        if (config.path("stopSequences").size() > MAX_STOP_SEQUENCES) {
            findings.add(
                    CONFIG + "stop_sequences",
                    "the number of stop sequences must not exceed " + MAX_STOP_SEQUENCES + ".");
        }
        for (JsonNode sequence : config.path("stopSequences")) {
            if (sequence.asText().isEmpty()) {
                findings.add(CONFIG + "stop_sequences", "a stop sequence must not be empty.");
            }
        }
    }

    private static void checkRange(JsonNode config, String field, String name, int min, int max, Findings findings) {
        double value = config.path(field).asDouble(min);
        if (value < min || value > max) {
            String end = max == Integer.MAX_VALUE ? "inf)" : max + "]";
            findings.add(CONFIG + name, name + " must be in the range [" + min + ", " + end + ".");
        }
    }

    private static void checkFormat(JsonNode config, Findings findings) {
        if (!MIME_TYPES.contains(mimeType(config))) {
            findings.add(
                    CONFIG + "response_mime_type",
                    "allowed mimetypes are `text/plain`, `application/json`, `application/xml`,"
                            + " `application/yaml` and `text/x.enum`.");
        }
        if (config.has("responseSchema") && config.has("responseJsonSchema")) {
            findings.add(
                    CONFIG + "response_json_schema",
                    "response_schema and response_json_schema are mutually exclusive.");
        }
        boolean enumText = mimeType(config).equals("text/x.enum") && config.has("responseSchema");
        if ((config.has("responseSchema") || config.has("responseJsonSchema"))
                && !mimeType(config).equals(JSON)
                && !enumText) {
            findings.add(CONFIG + "response_schema", "only allowed when response_mime_type is application/json.");
        }
        if (config.has("responseSchema")) {
            SchemaRules.check(config.get("responseSchema"), CONFIG + "response_schema", findings);
        }
    }

    private static void checkThinking(JsonNode thinking, GeminiModel model) {
        boolean hasBudget = thinking.has("thinkingBudget");
        boolean hasLevel = thinking.has("thinkingLevel");
        reject(hasBudget && hasLevel, "You can only set only one of thinking budget and thinking level.");
        if (hasLevel) {
            String level = thinking.get("thinkingLevel").asText();
            reject(model.thinkingLevels().isEmpty(), "Thinking level is not supported for this model.");
            reject(
                    !model.thinkingLevels().contains(level),
                    "Thinking level " + level + " is not supported for this model.");
        }
        if (hasBudget) {
            int budget = thinking.get("thinkingBudget").asInt();
            boolean off = budget == 0 && model.thinkingCanBeOff();
            boolean within = budget >= model.minThinkingBudget() && budget <= model.maxThinkingBudget();
            reject(budget != -1 && !off && !within, "The thinking budget (" + budget + ") is invalid.");
        }
    }

    private static String mimeType(JsonNode config) {
        return config.path("responseMimeType").asText("text/plain");
    }

    private static void reject(boolean violated, String message) {
        if (violated) {
            throw RejectedRequestException.invalidArgument(message);
        }
    }
}
