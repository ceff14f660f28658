package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What the assistant does next. */
public sealed interface Step {
    /** Calls a tool. */
    record Call(String tool, ObjectNode arguments) implements Step {}

    /**
     * Answers the shopper.
     *
     * @param pieces sentences that joined are the answer
     * @param question what the answer asks
     * @param misunderstood whether the assistant didn't know what was wanted
     */
    record Say(List<String> pieces, Optional<Question> question, boolean misunderstood) implements Step {
        public String text() {
            return String.join("", pieces);
        }

        String lastSentence() {
            return pieces.get(pieces.size() - 1);
        }
    }
}
