package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.Optional;

/** Understands single messages. Immutable and safe for use by several threads. */
public final class Interpreter {
    private final LanguageDetector languages;
    private final IntentClassifier intents;
    private final SlotReader slots;

    /**
     * Understands by the words of the data files and the model that the build trained.
     *
     * @throws IllegalStateException if there is no model
     */
    public Interpreter(Lexicons lexicons) {
        this(lexicons, new IntentModels(lexicons).built());
    }

    public Interpreter(Lexicons lexicons, IntentClassifier intents) {
        this.languages = new LanguageDetector(lexicons);
        this.intents = intents;
        this.slots = new SlotReader(lexicons);
    }

    /** The language that a text is written in; {@link Language#en} where nothing is known. */
    public Language language(String text) {
        return languages.detect(Utterance.of(text), Optional.empty());
    }

    /** @param before the language of the conversation so far, for messages that don't show theirs */
    public Understanding read(String text, Optional<Language> before) {
        return readIn(languages.detect(Utterance.of(text), before), text);
    }

    /** The same for a text that says nothing about the language: a name, an address, an answer by a button. */
    public Understanding readIn(Language language, String text) {
        Utterance message = Utterance.of(text);
        return new Understanding(language, intents.rank(message, language), slots.read(message, language));
    }
}
