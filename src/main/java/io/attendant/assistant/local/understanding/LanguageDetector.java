package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a message's language by its words: a word counts the more, the fewer languages have it. Immutable. */
final class LanguageDetector {
    private static final double LETTER_WEIGHT = 0.6;
    /** Single letters are words in many languages and abbreviations in all. */
    private static final double LETTER_WORD_WEIGHT = 0.4;
    /** How much of the best language's weight the conversation's language needs to stay. */
    private static final double STAY = 0.7;

    /** How much the look of words counts beside the words themselves. */
    private static final double LOOK_WEIGHT = 0.6;

    private final Lexicons lexicons;
    private final LetterGroups letterGroups;

    LanguageDetector(Lexicons lexicons) {
        this.lexicons = lexicons;
        this.letterGroups = new LetterGroups(lexicons);
    }

    /**
     * @param before the language of the conversation so far; stays unless the message speaks against it
     * @return {@link Language#en} where nothing is known
     */
    Language detect(Utterance message, Optional<Language> before) {
        Map<Language, Double> weights = weigh(message);
        // Names of products and places look like another language than the shopper's: their look only decides between
        // languages that have words of the message, and never against the conversation's.
        if (before.isEmpty() && !message.words().isEmpty()) {
            Map<Language, Double> look = letterGroups.likelihoods(message.folded());
            weights.replaceAll((language, weight) -> weight + LOOK_WEIGHT * look.get(language));
            if (message.folded().stream().allMatch(lexicons.of(Language.en).words()::contains)) {
                weights.merge(Language.en, LOOK_WEIGHT, Double::sum);
            }
        }
        Language best = before.orElse(Language.en);
        double stay = weights.getOrDefault(best, 0.0);
        double bestWeight = before.isPresent() ? stay / STAY : stay;
        for (Map.Entry<Language, Double> entry : weights.entrySet()) {
            if (entry.getValue() > bestWeight) {
                best = entry.getKey();
                bestWeight = entry.getValue();
            }
        }
        return best;
    }

    private Map<Language, Double> weigh(Utterance message) {
        Map<Language, Double> weights = new EnumMap<>(Language.class);
        Map<String, Integer> seen = new HashMap<>();
        for (Utterance.Word word : message.words()) {
            if (seen.merge(word.folded(), 1, Integer::sum) == 1) {
                add(
                        weights,
                        word.folded().length() == 1 ? LETTER_WORD_WEIGHT : 1,
                        lexicon -> lexicon.knows(word.folded()));
            }
        }
        String lower = message.text().toLowerCase(Locale.ROOT);
        lower.chars()
                .distinct()
                .filter(letter -> letter > 127)
                .forEach(letter ->
                        add(weights, LETTER_WEIGHT, lexicon -> lexicon.letters().indexOf(letter) >= 0));
        return weights;
    }

    private void add(Map<Language, Double> weights, double weight, java.util.function.Predicate<Lexicon> holds) {
        Language[] languages = Stream.of(Language.values())
                .filter(language -> holds.test(lexicons.of(language)))
                .toArray(Language[]::new);
        for (Language language : languages) {
            weights.merge(language, weight / languages.length, Double::sum);
        }
    }
}
