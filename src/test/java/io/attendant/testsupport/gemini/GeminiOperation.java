package io.attendant.testsupport.gemini;

import java.util.Optional;

/** The calls that the emulator answers. */
public enum GeminiOperation {
    GENERATE_CONTENT("generateContent", "GenerateContentRequest", "generateContent"),
    STREAM_GENERATE_CONTENT("streamGenerateContent", "GenerateContentRequest", "generateContent"),
    COUNT_TOKENS("countTokens", "CountTokensRequest", "countTokens"),
    EMBED_CONTENT("embedContent", "EmbedContentRequest", "embedContent"),
    BATCH_EMBED_CONTENTS("batchEmbedContents", "BatchEmbedContentsRequest", "embedContent"),
    LIST_MODELS("", "", ""),
    GET_MODEL("", "", ""),
    /** No call of the API. */
    UNKNOWN("", "", "");

    private final String verb;
    private final String message;
    private final String modelMethod;

    GeminiOperation(String verb, String message, String modelMethod) {
        this.verb = verb;
        this.message = message;
        this.modelMethod = modelMethod;
    }

    public boolean generates() {
        return this == GENERATE_CONTENT || this == STREAM_GENERATE_CONTENT;
    }

    /** The name of the request message. */
    String message() {
        return message;
    }

    /** What a model has to support for this call. */
    String modelMethod() {
        return modelMethod;
    }

    static Optional<GeminiOperation> ofVerb(String verb) {
        for (GeminiOperation operation : values()) {
            if (!operation.verb.isEmpty() && operation.verb.equals(verb)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }
}
