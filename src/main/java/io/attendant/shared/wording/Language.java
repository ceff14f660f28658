package io.attendant.shared.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that the local assistant understands and answers in, by their ISO 639-1 code. */
public enum Language {
    en(Locale.US),
    de(Locale.GERMANY),
    fr(Locale.FRANCE),
    es(Locale.of("es", "ES")),
    it(Locale.ITALY),
    pt(Locale.of("pt", "PT")),
    nl(Locale.of("nl", "NL")),
    pl(Locale.of("pl", "PL"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of a BCP 47 tag, whatever its country. */
    public static Optional<Language> of(String tag) {
        String code = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.name().equals(code))
                .findFirst();
    }

    /** The locale that figures and dates are written in. */
    public Locale locale() {
        return locale;
    }

    /** The plural form that goes with {@code count} things, by the rules of CLDR for whole numbers below a million. */
    public PluralForm plural(long count) {
        return switch (this) {
            case en, de, es, it, nl, pt -> count == 1 ? PluralForm.one : PluralForm.other;
            case fr -> count <= 1 ? PluralForm.one : PluralForm.other;
            case pl -> polish(count);
        };
    }

    private static PluralForm polish(long count) {
        if (count == 1) {
            return PluralForm.one;
        }
        long ten = count % 10;
        long hundred = count % 100;
        boolean few = ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14);
        return few ? PluralForm.few : PluralForm.other;
    }

    /** A grammatical number; {@code other} is the one that every language has. */
    public enum PluralForm {
        one,
        few,
        other
    }
}
