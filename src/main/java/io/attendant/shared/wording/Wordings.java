package io.attendant.shared.wording;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The wordings of all languages, read once. Immutable. */
public final class Wordings {
    private final Map<Language, Wording> wordings = new EnumMap<>(Language.class);

    private Wordings(String family, Optional<String> shopCurrency) {
        for (Language language : Language.values()) {
            wordings.put(language, new Wording(family, language, shopCurrency));
        }
    }

    /**
     * @param family the path of the data files on the class path, without language and ending
     * @param shopCurrency the ISO code of amounts that come without one
     * @throws IllegalStateException if a data file is missing
     */
    public static Wordings load(String family, Optional<String> shopCurrency) {
        return new Wordings(family, shopCurrency);
    }

    public Wording in(Language language) {
        return wordings.get(language);
    }

    /** In the language of a BCP 47 tag; in English without one, or in a language that there are no words for. */
    public Wording in(Optional<String> locale) {
        return in(locale.flatMap(Language::of).orElse(Language.en));
    }

    /** Whether {@code text} holds the sentence under {@code key} in any language. */
    public boolean isIn(String text, String key) {
        return wordings.values().stream().anyMatch(wording -> text.contains(wording.text(key)));
    }
}
