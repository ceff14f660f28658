package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells languages apart by groups of three letters, as frequent as they are in the words of the data files: for messages of
 * words that no file has. Immutable.
 */
final class LetterGroups {
    private static final double SMOOTHING = 0.3;
    /** Groups of letters overlap, so each says less than if it stood alone. */
    private static final double INDEPENDENCE = 0.5;

    private final Map<Language, Map<String, Double>> logarithms = new EnumMap<>(Language.class);
    private final Map<Language, Double> unseen = new EnumMap<>(Language.class);

    LetterGroups(Lexicons lexicons) {
        for (Language language : Language.values()) {
            Map<String, Double> counts = new HashMap<>();
            lexicons.of(language)
                    .words()
                    .forEach(word -> groups(word).forEach(group -> counts.merge(group, 1.0, Double::sum)));
            double total =
                    counts.values().stream().mapToDouble(Double::doubleValue).sum() + SMOOTHING * (counts.size() + 1);
            counts.replaceAll((group, count) -> Math.log((count + SMOOTHING) / total));
            logarithms.put(language, counts);
            unseen.put(language, Math.log(SMOOTHING / total));
        }
    }

    /** How likely each language is; all together 1. */
    Map<Language, Double> likelihoods(List<String> folded) {
        Map<Language, Double> sums = new EnumMap<>(Language.class);
        List<String> groups = folded.stream()
                .filter(word -> word.chars().allMatch(Character::isLetter))
                .flatMap(word -> groups(word).stream())
                .toList();
        for (Language language : Language.values()) {
            Map<String, Double> known = logarithms.get(language);
            double sum = groups.stream()
                    .mapToDouble(group -> known.getOrDefault(group, unseen.get(language)))
                    .sum();
            sums.put(language, INDEPENDENCE * sum);
        }
        double highest =
                sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        sums.replaceAll((language, sum) -> Math.exp(sum - highest));
        double total = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        sums.replaceAll((language, share) -> share / total);
        return sums;
    }

    private static List<String> groups(String word) {
        String bounded = " " + word + " ";
        return java.util.stream.IntStream.rangeClosed(0, bounded.length() - 3)
                .mapToObj(start -> bounded.substring(start, start + 3))
                .toList();
    }
}
