package io.attendant.assistant.local.dialogue;

import io.attendant.shared.SearchText;
import java.util.Collection;
import java.util.List;

/** Compares words across their forms: "lamps" and "lamp", "deliver" and "delivery". */
final class Terms {
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 4;

    private static final List<String> ENDINGS = List.of("ing", "ed", "es", "e");

    private Terms() {}

    /** Whether two folded words have the same beginning but for an ending. */
    static boolean related(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        int common = 0;
        while (common < shorter && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        int shortEnding = common > SHORTEST_STEM ? 2 : 1;
        return common >= SHORTEST_STEM && shorter - common <= shortEnding && longer - common <= LONGEST_ENDING;
    }

    /** The beginning that the forms of an English word have in common; other words mostly stay as they are. */
    static String stem(String word) {
        String folded = SearchText.fold(word);
        for (String ending : ENDINGS) {
            if (folded.endsWith(ending) && folded.length() - ending.length() >= SHORTEST_STEM) {
                return folded.substring(0, folded.length() - ending.length());
            }
        }
        return folded;
    }

    static List<String> words(String text) {
        return SearchText.words(text);
    }

    /** How many of {@code terms} occur in {@code text}. */
    static long hits(String text, Collection<String> terms) {
        List<String> words = SearchText.words(text);
        return terms.stream()
                .map(SearchText::fold)
                .distinct()
                .filter(term -> words.stream().anyMatch(word -> related(word, term)))
                .count();
    }

    /** Whether the shopper's words name this thing: one of them is in its name. */
    static boolean named(String name, Collection<String> words) {
        return hits(name, words) > 0;
    }

    /** Whether most of {@code terms} occur in {@code text}. */
    static boolean mostly(String text, Collection<String> terms) {
        return !terms.isEmpty() && 3 * hits(text, terms) >= 2L * terms.size();
    }
}
