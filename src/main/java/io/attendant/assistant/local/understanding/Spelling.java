package io.attendant.assistant.local.understanding;

import io.attendant.shared.wording.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads misspelt words as the nearest word of the lexicon. Immutable. */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 24;

    private final Lexicon lexicon;
    /** By first letter: a first letter is rarely wrong, and it keeps other words apart. */
    private final Map<Character, Set<String>> known;

    Spelling(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.known = new HashMap<>(lexicon.correctable().stream()
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.groupingBy(word -> word.charAt(0), Collectors.toSet())));
    }

    List<String> correct(List<String> folded) {
        return folded.stream().map(this::correct).toList();
    }

    String correct(String word) {
        if (word.length() < SHORTEST
                || word.length() > LONGEST
                || !word.chars().allMatch(Character::isLetter)
                || lexicon.knows(word)) {
            return word;
        }
        if (lexicon.language() == Language.de) {
            String folded = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
            if (lexicon.knows(folded)) {
                return folded;
            }
        }
        String best = word;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known.getOrDefault(word.charAt(0), Set.of())) {
            int allowed = allowed(word, candidate);
            if (Math.abs(candidate.length() - word.length()) > allowed) {
                continue;
            }
            int distance = distance(word, candidate);
            if (distance <= allowed
                    && (distance < bestDistance || (distance == bestDistance && likelier(word, candidate, best)))) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** The later the first difference, the likelier; the alphabet keeps the answer the same every time. */
    private static boolean likelier(String word, String candidate, String best) {
        int common = commonStart(word, candidate);
        int bestCommon = commonStart(word, best);
        return common > bestCommon || (common == bestCommon && candidate.compareTo(best) < 0);
    }

    private static int commonStart(String a, String b) {
        int common = 0;
        while (common < a.length() && common < b.length() && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return common;
    }

    /** A short word is only taken for a longer one: between short words one letter is too often another word. */
    private static int allowed(String word, String candidate) {
        if (candidate.length() < 5) {
            return 0;
        }
        return Math.min(word.length(), candidate.length()) >= 8 ? 2 : 1;
    }

    /** The number of letters added, left out, replaced or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
