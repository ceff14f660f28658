package io.attendant.assistant.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A list of phrases by the first letter of their first word. Immutable. */
final class PhraseIndex {
    private static final String ANY = "*";
    private static final int SHORTEST_WITH_A_SLIP = 5;
    private static final int SHORTEST_WITH_ANY_SLIP = 6;

    private final Map<String, List<List<String>>> byWord;
    private final Map<Character, List<List<String>>> others;
    private final List<List<String>> endings;
    private final boolean slips;

    PhraseIndex(List<List<String>> phrases, boolean slips) {
        this.slips = slips;
        Map<String, List<List<String>>> exact = new HashMap<>();
        Map<Character, List<List<String>>> loose = new HashMap<>();
        for (List<String> phrase : phrases) {
            String first = phrase.getFirst();
            if (first.startsWith(ANY)) {
                continue;
            }
            if (!first.endsWith(ANY)) {
                exact.merge(first, List.of(phrase), PhraseIndex::joined);
            }
            if (slips || first.endsWith(ANY)) {
                loose.merge(first.charAt(0), List.of(phrase), PhraseIndex::joined);
            }
        }
        this.byWord = Map.copyOf(exact);
        this.others = Map.copyOf(loose);
        this.endings = phrases.stream()
                .filter(phrase -> phrase.getFirst().startsWith(ANY))
                .toList();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** How many words the longest phrase has that stands at the word; 0 if none does. */
    int lengthAt(List<String> words, int at, Set<String> lookalikes) {
        String word = words.get(at);
        int longest = longest(byWord.getOrDefault(word, List.of()), words, at, lookalikes);
        longest = Math.max(longest, longest(others.getOrDefault(word.charAt(0), List.of()), words, at, lookalikes));
        return Math.max(longest, longest(endings, words, at, lookalikes));
    }

    private int longest(List<List<String>> phrases, List<String> words, int at, Set<String> lookalikes) {
        int longest = 0;
        for (List<String> phrase : phrases) {
            if (phrase.size() > longest && standsAt(phrase, words, at, lookalikes)) {
                longest = phrase.size();
            }
        }
        return longest;
    }

    private boolean standsAt(List<String> phrase, List<String> words, int at, Set<String> lookalikes) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            String wanted = phrase.get(i);
            String written = words.get(at + i);
            if (!matches(wanted, written) && !(slips && alike(wanted, written) && !lookalikes.contains(written))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String wanted, String written) {
        if (wanted.endsWith(ANY)) {
            return written.startsWith(wanted.substring(0, wanted.length() - 1));
        }
        return wanted.startsWith(ANY) ? written.endsWith(wanted.substring(1)) : wanted.equals(written);
    }

    /**
     * The same word, or one with a letter too many, too few, wrong, or two swapped. Of a word of five letters only the swap:
     * too many others differ from it by one.
     */
    static boolean alike(String wanted, String written) {
        if (wanted.equals(written)) {
            return true;
        }
        int longer = Math.max(wanted.length(), written.length());
        int shorter = Math.min(wanted.length(), written.length());
        if (shorter < SHORTEST_WITH_A_SLIP || longer - shorter > 1 || wanted.charAt(0) != written.charAt(0)) {
            return false;
        }
        int start = 0;
        while (start < shorter && wanted.charAt(start) == written.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && wanted.charAt(wanted.length() - 1 - end) == written.charAt(written.length() - 1 - end)) {
            end++;
        }
        int left = wanted.length() - start - end;
        int right = written.length() - start - end;
        boolean swapped = left == 2
                && right == 2
                && wanted.charAt(start) == written.charAt(start + 1)
                && wanted.charAt(start + 1) == written.charAt(start);
        return swapped || (Math.max(left, right) <= 1 && wanted.length() >= SHORTEST_WITH_ANY_SLIP);
    }
}
