package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lexicons of all languages, read once. Immutable. */
public final class Lexicons {
    private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);
    private final Map<Language, Spelling> spellings = new EnumMap<>(Language.class);

    private Lexicons() {
        for (Language language : Language.values()) {
            Lexicon lexicon = new Lexicon(language);
            lexicons.put(language, lexicon);
            spellings.put(language, new Spelling(lexicon));
        }
    }

    /** @throws IllegalStateException if a data file is missing or has a fault, naming file and line */
    public static Lexicons load() {
        return new Lexicons();
    }

    Lexicon of(Language language) {
        return lexicons.get(language);
    }

    Spelling spelling(Language language) {
        return spellings.get(language);
    }

    /** The words under which help articles on an intent's subject are found; empty for an intent without a subject. */
    public List<String> topicWords(Language language, Intent intent) {
        return of(language).topicWords(intent);
    }
}
