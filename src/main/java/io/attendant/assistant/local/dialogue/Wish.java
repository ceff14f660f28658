package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Slots;

/**
 * What is to be done for a message, in the light of the conversation.
 *
 * @param text the shopper's words
 * @param declined whether the shopper said no to what was offered; then nothing is to be done
 */
record Wish(Intent intent, Slots slots, String text, boolean declined) {
    Wish(Intent intent, Slots slots, String text) {
        this(intent, slots, text, false);
    }

    /** Whether it is more than small talk and was understood. */
    boolean isRequest() {
        return !declined && intent != Intent.out_of_scope && !intent.isSmallTalk();
    }

    Wish as(Intent other) {
        return new Wish(other, slots, text);
    }
}
