package io.attendant.assistant.people;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lists of phrases of one language, found in the folded words of a sentence. A word of a phrase that ends in {@code *} stands for
 * all words that begin so, one that begins with it for all that end so. Immutable; the time it takes grows with the length of
 * the sentence alone.
 */
final class Phrasebook {
    /** The lists whose words people also write with a slip of the finger; elsewhere that would make other words of them. */
    private static final Set<String> WITH_SLIPS = Set.of("person", "talk");

    private final Map<String, PhraseIndex> lists;
    private final Set<String> lookalikes;

    /** Words from {@code start} up to, but not including {@code end}. */
    record Span(int start, int end) {
        /** The words between the two, 0 if they touch or overlap. */
        int gap(Span other) {
            return Math.max(0, Math.max(other.start - end, start - other.end));
        }

        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
    }

    /** @param file lists by their names; phrases separated by commas */
    Phrasebook(Map<String, String> file) {
        this.lists = file.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        list -> new PhraseIndex(phrases(list.getValue()), WITH_SLIPS.contains(list.getKey()))));
        this.lookalikes = Set.copyOf(phrases(file.getOrDefault("lookalike", "")).stream()
                .map(List::getFirst)
                .toList());
    }

    private static List<List<String>> phrases(String list) {
        return Stream.of(list.split(",", -1))
                .map(phrase -> List.of(phrase.strip().split("\\s+", -1)))
                .filter(words -> !words.getFirst().isEmpty())
                .toList();
    }

    boolean has(String list, List<String> words) {
        PhraseIndex index = lists.get(list);
        return IntStream.range(0, words.size()).anyMatch(at -> index.lengthAt(words, at, lookalikes) > 0);
    }

    /** The places where a phrase of the list stands, of several at the same word the longest. */
    List<Span> find(String list, List<String> words) {
        PhraseIndex index = lists.get(list);
        List<Span> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int length = index.lengthAt(words, at, lookalikes);
            if (length > 0) {
                found.add(new Span(at, at + length));
            }
        }
        return found;
    }

    /** The words that stand in a phrase of one of the lists. */
    BitSet covered(List<String> words, String... names) {
        BitSet covered = new BitSet(words.size());
        for (String name : names) {
            find(name, words).forEach(span -> covered.set(span.start, span.end));
        }
        return covered;
    }

    /** Whether every word belongs to a phrase of one of the lists. */
    boolean isOnly(List<String> words, String... names) {
        return covered(words, names).cardinality() == words.size();
    }
}
