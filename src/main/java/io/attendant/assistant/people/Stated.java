package io.attendant.assistant.people;

import io.attendant.assistant.people.Phrasebook.Span;
import java.util.BitSet;
import java.util.List;

/** What one sentence states, rather than offers, denies, asks or makes depend on something. */
final class Stated {
    private final Phrasebook book;
    private final List<String> words;
    /** For each word the number of its clause; pauses and joining words divide them. */
    private final int[] clauses;

    private final BitSet offered;
    /** The first clause that is or follows a condition. */
    private final int condition;

    private final BitSet bare;
    private final BitSet offerEnds;
    private final BitSet willEnds;

    Stated(Phrasebook book, SpokenSentence sentence) {
        this.book = book;
        this.words = sentence.words();
        this.clauses = clauses(sentence);
        this.offered = clausesOf("offer");
        int first = clausesOf("condition").nextSetBit(0);
        this.condition = first < 0 ? Integer.MAX_VALUE : first;
        this.bare = book.covered(words, "bare");
        this.offerEnds = ends("offer");
        this.willEnds = ends("will");
    }

    /** The places of the list's phrases that are stated. */
    List<Span> of(String list) {
        return book.find(list, words).stream()
                .filter(span -> !isOffered(span))
                .filter(span -> isStated(clauses[span.start()]))
                .toList();
    }

    /** Those of the places that are in a stated clause. */
    List<Span> only(List<Span> spans) {
        return spans.stream().filter(span -> isStated(clauses[span.start()])).toList();
    }

    /** Those of the places whose clause has no phrase of the list. */
    List<Span> without(String list, List<Span> spans) {
        BitSet found = clausesOf(list);
        return spans.stream().filter(span -> !found.get(clauses[span.start()])).toList();
    }

    private boolean isStated(int clause) {
        return !offered.get(clause) && clause < condition;
    }

    /** An infinitive is what the last auxiliary before it makes of it: "I can look it up and bring in a person". */
    private boolean isOffered(Span span) {
        if (!bare.get(span.start())) {
            return false;
        }
        int offer = offerEnds.previousSetBit(span.start());
        return offer >= 0 && offer >= willEnds.previousSetBit(span.start());
    }

    private BitSet clausesOf(String list) {
        BitSet found = new BitSet();
        book.find(list, words).forEach(span -> found.set(clauses[span.start()]));
        return found;
    }

    private BitSet ends(String list) {
        BitSet found = new BitSet();
        book.find(list, words).forEach(span -> found.set(span.end()));
        return found;
    }

    private int[] clauses(SpokenSentence sentence) {
        BitSet joints = new BitSet();
        book.find("joint", words).forEach(joint -> joints.set(joint.start()));
        int[] numbers = new int[words.size()];
        int joined = 0;
        for (int word = 0; word < numbers.length; word++) {
            if (joints.get(word)) {
                joined++;
            }
            numbers[word] = sentence.clauses().get(word) + joined;
        }
        return numbers;
    }
}
