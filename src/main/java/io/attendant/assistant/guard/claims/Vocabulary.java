package io.attendant.assistant.guard.claims;

import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of all languages, read once, and which of them a text is written in. Immutable. */
final class Vocabulary {
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
    /** An article's language shows in its beginning. */
    private static final int ENOUGH = 400;
    /** So few words of a language may be there by chance. */
    private static final int FEW = 3;

    private final Map<Language, Words> words = new EnumMap<>(Language.class);
    private final Map<Language, MentionReader> readers = new EnumMap<>(Language.class);

    private Vocabulary() {
        for (Language language : Language.values()) {
            Words own = Words.of(language);
            words.put(language, own);
            readers.put(language, new MentionReader(own));
        }
    }

    private static final class Holder {
        static final Vocabulary LOADED = new Vocabulary();
    }

    static Vocabulary get() {
        return Holder.LOADED;
    }

    Words words(Language language) {
        return words.get(language);
    }

    /** Whether a text speaks of a gift card, in any language. */
    boolean isGiftCard(String folded) {
        return words.values().stream().anyMatch(own -> own.has("unit.giftcard", folded));
    }

    /** What a text grants without a figure, in any language. */
    Set<String> terms(String folded) {
        Set<String> terms = new HashSet<>();
        words.values()
                .forEach(own -> own.family("term.").forEach((term, pattern) -> {
                    if (pattern.matcher(folded).find()) {
                        terms.add(term);
                    }
                }));
        return terms;
    }

    /** Whether a text speaks of money that comes back, in any language. */
    boolean isRefund(String folded) {
        return words.values().stream().anyMatch(own -> own.has("concept.REFUND", folded));
    }

    List<Mention> read(FoldedText text, Language language) {
        return readers.get(language).read(text);
    }

    /**
     * The languages with the most function words of the text; several if they are close relatives in it, all if it has none.
     *
     * @param contexts what else was said, which decides between languages that fit alike, the first before the second
     */
    List<Language> languages(FoldedText text, FoldedText... contexts) {
        Map<Language, Integer> hits = hits(text);
        int best = hits.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Language> likely = new ArrayList<>(hits.keySet());
        // A few words are words of several languages: what was said around them tells more than one of them.
        int enough = best <= FEW ? best - 1 : best;
        likely.removeIf(language -> hits.get(language) < enough);
        for (FoldedText context : contexts) {
            if (likely.size() > 1) {
                Map<Language, Integer> around = hits(context);
                int most = likely.stream().mapToInt(around::get).max().orElse(0);
                likely.removeIf(language -> around.get(language) < most);
            }
        }
        if (likely.size() > 1) {
            likely.removeIf(language -> hits.get(language) < best);
        }
        return likely;
    }

    private Map<Language, Integer> hits(FoldedText text) {
        Map<Language, Integer> hits = new EnumMap<>(Language.class);
        words.keySet().forEach(language -> hits.put(language, 0));
        Matcher matcher = WORD.matcher(text.folded());
        while (matcher.find() && matcher.start() < ENOUGH) {
            String word = matcher.group();
            words.forEach((language, own) -> {
                if (own.isFunctionWord(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        String original = text.original();
        original.substring(0, Math.min(original.length(), ENOUGH))
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(letter -> letter > 'z')
                .distinct()
                .forEach(letter -> words.forEach((language, own) -> {
                    if (own.letters().indexOf(letter) >= 0) {
                        hits.merge(language, 1, Integer::sum);
                    }
                }));
        return hits;
    }
}
