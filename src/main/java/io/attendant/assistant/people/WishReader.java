package io.attendant.assistant.people;

import io.attendant.assistant.people.Phrasebook.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the wish for a person in the words of one language. */
final class WishReader {
    /** How many words a denial or a report reaches. */
    private static final int DENIED = 5;
    /** How many words may stand between the verb and the person: "speak with one of your nice employees". */
    private static final int SENTENCE = 8;
    /** The same for a bare wish: "give me a real live person". */
    private static final int WISH = 4;

    /** A question or a cry of so few words that names a human is about one: "no human here?". */
    private static final int SHORT = 8;
    /** A longer message says something else too. */
    private static final int BARE_WISH = 20;

    private final Phrasebook book;

    WishReader(Phrasebook book) {
        this.book = book;
    }

    boolean isIn(SpokenSentence sentence) {
        List<String> all = sentence.words();
        if (book.has("wish", all)) {
            return true;
        }
        if (!book.has("person", all) && !book.has("someone", all) && !book.has("desk", all)) {
            return false;
        }
        List<String> words = undenied(all);
        List<Span> persons = persons(words);
        List<Span> someone = outside(book.covered(words, "apart"), book.find("someone", words));
        BitSet talk = book.covered(words, "talk");
        return near(talk, persons)
                || near(talk, someone)
                || near(talk, book.find("desk", words))
                || near(book.covered(words, "help"), persons)
                || behind(book.covered(words, "want"), persons)
                || behind(book.covered(words, "give"), someone)
                || (!(persons.isEmpty() && someone.isEmpty()) && book.has("nobot", words))
                || (all.size() <= SHORT && names("short", persons, words))
                || sentence.inClauses().stream().anyMatch(clause -> clause.size() > 1 && isBare(clause));
    }

    private boolean names(String list, List<Span> persons, List<String> words) {
        BitSet named = book.covered(words, list);
        return persons.stream().anyMatch(person -> any(named, person.start(), person.end()));
    }

    /** Whether a message says nothing but that: "agent please", "hello? operator!". */
    boolean isAll(List<SpokenSentence> sentences) {
        List<String> words = sentences.stream()
                .flatMap(sentence -> sentence.words().stream())
                .limit(BARE_WISH + 1L)
                .toList();
        return words.size() <= BARE_WISH && isBare(words);
    }

    private boolean isBare(List<String> words) {
        return book.has("person", words)
                && book.isOnly(words, "person", "filler", "want", "nobot")
                && !book.has("unwished", words)
                && !book.has("apart", words);
    }

    /** The people that the shop could bring in: not the one that the thing is for, nor somebody else's. */
    private List<Span> persons(List<String> words) {
        BitSet talk = book.covered(words, "talk");
        BitSet purpose = new BitSet();
        outside(book.covered(words, "want", "filler", "talk"), book.find("purpose", words)).stream()
                // "Transfer me to", in the languages whose "to" is also "for".
                .filter(word -> !any(talk, word.start() - WISH, word.start()))
                .forEach(word -> purpose.set(word.start(), word.end()));
        BitSet own = book.covered(words, "own");
        return outside(book.covered(words, "apart"), book.find("person", words)).stream()
                .filter(person -> !any(own, person.start() - 1, person.start()))
                .filter(person -> !any(purpose, person.start() - 2, person.start()))
                .toList();
    }

    /** Without the phrases that deny a wish and the words behind each, but not beyond the next wish. */
    private List<String> undenied(List<String> words) {
        List<Span> denials = book.find("unwished", words);
        if (denials.isEmpty()) {
            return words;
        }
        BitSet wants = new BitSet();
        book.find("want", words).forEach(want -> wants.set(want.start()));
        List<String> rest = new ArrayList<>();
        int from = 0;
        for (Span denial : denials) {
            if (denial.start() < from) {
                continue;
            }
            rest.addAll(words.subList(from, denial.start()));
            int want = wants.nextSetBit(denial.end());
            from = Math.min(denial.end() + DENIED, want < 0 ? words.size() : want);
        }
        rest.addAll(words.subList(from, words.size()));
        return rest;
    }

    private static boolean near(BitSet verbs, List<Span> people) {
        return people.stream().anyMatch(person -> any(verbs, person.start() - SENTENCE, person.end() + SENTENCE));
    }

    private static boolean behind(BitSet wishes, List<Span> people) {
        return people.stream().anyMatch(person -> any(wishes, person.start() - WISH - 1, person.start()));
    }

    private static List<Span> outside(BitSet covered, List<Span> spans) {
        return spans.stream()
                .filter(span -> !any(covered, span.start(), span.end()))
                .toList();
    }

    private static boolean any(BitSet words, int from, int to) {
        int first = words.nextSetBit(Math.max(0, from));
        return first >= 0 && first < to;
    }
}
