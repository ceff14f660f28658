package io.attendant.testsupport.gemini.rules;

import io.attendant.testsupport.gemini.protocol.Content;
import io.attendant.testsupport.gemini.protocol.Part;
import io.attendant.testsupport.gemini.protocol.RejectedRequestException;
import io.attendant.testsupport.gemini.protocol.ThoughtSignatures;
import java.util.List;
import java.util.Optional;

/** In the current turn, the first function call of each model step carries its signature. */
final class ThoughtSignatureRules {

    private final ThoughtSignatures signatures;

    ThoughtSignatureRules(ThoughtSignatures signatures) {
        this.signatures = signatures;
    }

    void check(List<Content> contents) {
        for (int i = currentTurn(contents); i < contents.size(); i++) {
            Content content = contents.get(i);
            if (content.fromModel()) {
                Optional<Part> first = content.parts().stream()
                        .filter(part -> part.functionCall().isPresent())
                        .findFirst();
                if (first.isPresent()) {
                    checkCall(first.get(), i + 1);
                }
            }
        }
    }

    /** The current turn starts with the last user content that holds text. */
    private static int currentTurn(List<Content> contents) {
        for (int i = contents.size() - 1; i >= 0; i--) {
            if (!contents.get(i).fromModel() && contents.get(i).hasText()) {
                return i;
            }
        }
        return 0;
    }

    private void checkCall(Part part, int position) {
        String name = part.functionCall().orElseThrow().name();
        String signature = part.thoughtSignature().orElse("");
        if (signature.isEmpty()) {
            throw RejectedRequestException.invalidArgument(
                    ("Function call is missing a thought_signature in functionCall parts. This is"
                                    + " required for tools to work correctly, and missing"
                                    + " thought_signature may lead to degraded model performance."
                                    + " Additional data, function call `default_api:%s` , position %d."
                                    + " Please refer to"
                                    + " https://ai.google.dev/gemini-api/docs/thought-signatures for more"
                                    + " details.")
                            .formatted(name, position));
        }
        if (!signature.equals(ThoughtSignatures.BYPASS) && !signatures.isIssuedFor(name, signature)) {
            throw RejectedRequestException.invalidArgument("Corrupted thought signature.");
        }
    }
}
