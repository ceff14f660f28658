package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;

/** What the training of the intents' model and its use have to agree on. Immutable. */
public final class IntentModels {
    /** Where the build puts the model. */
    public static final String RESOURCE = "/local/intents.model";

    private final CueClassifier cues;

    public IntentModels(Lexicons lexicons) {
        this.cues = new CueClassifier(lexicons);
    }

    /** What a message in the language is recognised by. */
    public MessageFeatures features(String text, Language language) {
        Utterance message = Utterance.of(text);
        return MessageFeatures.of(message.text(), cues.rank(message, language));
    }

    /** @param model labelled with the names of {@link Intent} */
    public IntentClassifier classifier(LinearModel model) {
        return new TrainedClassifier(this, model);
    }

    /** @throws IllegalStateException if the build has made none */
    IntentClassifier built() {
        return classifier(LinearModel.read(RESOURCE));
    }
}
