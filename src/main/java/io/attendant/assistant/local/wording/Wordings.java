package io.attendant.assistant.local.wording;

import io.attendant.assistant.local.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The wordings of all languages, read once. Immutable. */
public final class Wordings {
    private final Map<Language, Wording> wordings = new EnumMap<>(Language.class);

    private Wordings(Optional<String> shopCurrency) {
        for (Language language : Language.values()) {
            wordings.put(language, new Wording(language, shopCurrency));
        }
    }

    /**
     * @param shopCurrency the ISO code of amounts that come without one
     * @throws IllegalStateException if a data file is missing
     */
    public static Wordings load(Optional<String> shopCurrency) {
        return new Wordings(shopCurrency);
    }

    public Wording in(Language language) {
        return wordings.get(language);
    }

    /** Whether {@code text} holds the sentence under {@code key} in any language. */
    public boolean isIn(String text, String key) {
        return wordings.values().stream().anyMatch(wording -> text.contains(wording.text(key)));
    }
}
