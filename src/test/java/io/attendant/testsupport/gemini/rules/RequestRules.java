package io.attendant.testsupport.gemini.rules;

import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.attendant.testsupport.gemini.protocol.GeminiModel;
import io.attendant.testsupport.gemini.protocol.Payload;
import io.attendant.testsupport.gemini.protocol.RejectedRequestException;
import io.attendant.testsupport.gemini.protocol.ThoughtSignatures;

/** Everything that the API checks in a generate request before a model sees it. */
public final class RequestRules {

    private final ConversationRules conversationRules;
    private final ThoughtSignatureRules signatureRules;

    /**
     * The rules.
     *
     * @param strictTurns whether all responses to parallel calls must be in one content
     */
    public RequestRules(ThoughtSignatures signatures, boolean strictTurns) {
        this.conversationRules = new ConversationRules(strictTurns);
        this.signatureRules = new ThoughtSignatureRules(signatures);
    }

    /**
     * Checks a request; the first kind of violation found is the answer.
     *
     * @throws RejectedRequestException with the API's wording
     */
    public void check(Payload payload, GeminiModel model) {
        ContentRules.check(payload, model);
        ToolRules.check(payload);
        GenerationConfigRules.check(payload, model);
        conversationRules.check(payload.contents());
        if (model.requiresThoughtSignatures()) {
            signatureRules.check(payload.contents());
        }
        if (payload.json().has("cachedContent")) {
            throw new RejectedRequestException(
                    GeminiError.of(403, "PERMISSION_DENIED", "CachedContent not found (or permission denied)"));
        }
        checkLength(payload, model);
    }

    private static void checkLength(Payload payload, GeminiModel model) {
        int tokens = payload.estimatedTokens();
        if (tokens > model.inputTokenLimit()) {
            throw RejectedRequestException.invalidArgument(
                    ("The input token count (%d) exceeds the maximum number of tokens allowed" + " (%d).")
                            .formatted(tokens, model.inputTokenLimit()));
        }
    }
}
