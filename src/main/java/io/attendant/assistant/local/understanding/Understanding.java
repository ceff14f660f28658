package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.List;

/**
 * What a message says.
 *
 * @param intents likeliest first, never empty
 */
public record Understanding(Language language, List<IntentScore> intents, Slots slots) {
    public Intent intent() {
        return intents.get(0).intent();
    }
}
