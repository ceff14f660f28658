package io.attendant.assistant.local.dialogue;

import io.attendant.shared.SearchText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a text, ready to be compared with others across their forms: "lamps" and "lamp", "deliver" and "delivery".
 * Immutable.
 */
final class Terms {
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 3;
    /** What begins with so much of another word is made of it: "Versandkosten". */
    private static final int LONG_STEM = 6;

    private static final List<String> ENDINGS = List.of("ing", "ed", "es", "e");

    private final Set<String> stems;

    private Terms(Set<String> stems) {
        this.stems = stems;
    }

    static Terms of(String text) {
        Set<String> stems = new LinkedHashSet<>();
        SearchText.words(text).forEach(word -> stems.add(stemOfFolded(word)));
        return new Terms(stems);
    }

    boolean has(String word) {
        String stem = stem(word);
        return stems.contains(stem) || stems.stream().anyMatch(known -> related(known, stem));
    }

    boolean hasAny(Collection<String> words) {
        return words.stream().anyMatch(this::has);
    }

    /** How many of {@code words} occur; forms of one word count once. */
    long hits(Collection<String> words) {
        return words.stream()
                .map(Terms::stem)
                .distinct()
                .filter(stem -> stems.stream().anyMatch(known -> related(known, stem)))
                .count();
    }

    /** Whether most of {@code words} occur. */
    boolean hasMost(Collection<String> words) {
        return !words.isEmpty() && 3 * hits(words) >= 2L * words.size();
    }

    private static boolean related(String a, String b) {
        boolean isPart = Math.min(a.length(), b.length()) >= LONG_STEM && (a.startsWith(b) || b.startsWith(a));
        return isPart || isSame(a, b);
    }

    /** Whether two folded words are the same but for an ending. */
    static boolean isSame(String a, String b) {
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
        return stemOfFolded(SearchText.fold(word));
    }

    private static String stemOfFolded(String folded) {
        for (String ending : ENDINGS) {
            if (folded.endsWith(ending) && folded.length() - ending.length() >= SHORTEST_STEM) {
                return folded.substring(0, folded.length() - ending.length());
            }
        }
        return folded;
    }
}
