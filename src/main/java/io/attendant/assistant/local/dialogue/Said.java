package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.understanding.Slots;
import io.attendant.shared.wording.Language;
import java.util.List;
import java.util.Optional;

/**
 * A message that belongs to an errand.
 *
 * @param asked what the assistant had asked before
 * @param offered the ids of what could be chosen then, in the order shown
 * @param about the item that the question was about
 * @param target what "the other one" is another of
 * @param restated whether it says, again, or otherwise than before, what is to be done
 */
record Said(
        String text,
        Slots slots,
        Language language,
        Optional<Question> asked,
        List<String> offered,
        Optional<String> about,
        Question target,
        boolean restated) {

    boolean answers(Question question) {
        return asked.filter(question::equals).isPresent();
    }

    /** Whether it may speak of anything in the errand: it begins it, or corrects what was proposed. */
    boolean isOpen() {
        return restated || answers(Question.errand_confirm);
    }

    /** The one of those offered that "the second one" means. */
    Optional<String> picked() {
        int place = slots.ordinal().orElse(0);
        return place > 0 && place <= offered.size() ? Optional.of(offered.get(place - 1)) : Optional.empty();
    }

    /** Whether it asks for another one than was chosen for this question. */
    boolean asksForOther(Question question) {
        return slots.other() && target == question;
    }

    Heard heard(Glossary glossary) {
        return Heard.of(text, language, glossary, slots.contentWords());
    }
}
