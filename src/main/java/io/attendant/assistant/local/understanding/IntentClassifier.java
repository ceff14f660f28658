package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.List;

/** Finds out what a shopper wants by a message. Implementations are immutable and safe for use by several threads. */
public interface IntentClassifier {
    /**
     * What the message may ask for, likeliest first. Never empty: where nothing fits, the first is {@link Intent#out_of_scope}.
     */
    List<IntentScore> rank(Utterance message, Language language);
}
