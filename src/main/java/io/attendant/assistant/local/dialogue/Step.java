package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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
     * @param choices answers to the question that are offered
     * @param errand what is being done for the shopper, if the answer is a step of it
     */
    record Say(
            List<String> pieces,
            Optional<Question> question,
            boolean misunderstood,
            List<Choice> choices,
            Optional<Errand> errand)
            implements Step {
        Say(List<String> pieces, Optional<Question> question, boolean misunderstood) {
            this(pieces, question, misunderstood, List.of(), Optional.empty());
        }

        public String text() {
            return String.join("", pieces);
        }

        String lastSentence() {
            return pieces.get(pieces.size() - 1);
        }

        /** Whether it answers a question, so that another answer may follow. */
        boolean isAnswer() {
            return errand.isEmpty()
                    && !misunderstood
                    && question.filter(Question.sign_in::equals).isEmpty();
        }

        /** Both, one after the other; what the second asks is what is asked, else what the first did. */
        Say and(Say more) {
            List<Choice> all = new ArrayList<>(choices);
            all.addAll(more.choices);
            return new Say(
                    followedBy(more.pieces).pieces(),
                    more.question.or(() -> question),
                    more.misunderstood,
                    List.copyOf(all),
                    more.errand);
        }

        Say followedBy(List<String> further) {
            List<String> all = new ArrayList<>(pieces);
            all.set(all.size() - 1, lastSentence() + "\n\n");
            all.addAll(further);
            return new Say(List.copyOf(all), question, misunderstood, choices, errand);
        }

        /** The same as a step of {@code done}. */
        Say within(Errand done) {
            return new Say(pieces, question, misunderstood, choices, Optional.of(done));
        }

        Say offering(List<Choice> answers) {
            return new Say(pieces, question, misunderstood, List.copyOf(answers), errand);
        }

        Say asMisunderstood() {
            return new Say(pieces, question, true, choices, errand);
        }
    }
}
