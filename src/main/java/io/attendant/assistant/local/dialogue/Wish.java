package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Slots;
import java.util.Optional;

/**
 * What is to be done for a message, in the light of the conversation.
 *
 * @param text the shopper's words
 * @param declined whether the shopper said no to what was offered; then nothing is to be done
 * @param errand what the message goes on with
 * @param misheard whether it answers the open question in no way that was understood
 */
record Wish(Intent intent, Slots slots, String text, boolean declined, Optional<Errand> errand, boolean misheard) {
    Wish(Intent intent, Slots slots, String text) {
        this(intent, slots, text, false, Optional.empty(), false);
    }

    /** Whether it is more than small talk and was understood. */
    boolean isRequest() {
        return !declined && intent != Intent.out_of_scope && !intent.isSmallTalk();
    }

    Wish as(Intent other) {
        return new Wish(other, slots, text);
    }

    Wish declining() {
        return new Wish(intent, slots, text, true, Optional.empty(), false);
    }

    Wish goingOn(Errand heard) {
        return new Wish(heard.intent(), slots, text, false, Optional.of(heard), false);
    }

    Wish mishearing(Errand open) {
        return new Wish(open.intent(), slots, text, false, Optional.of(open), true);
    }
}
