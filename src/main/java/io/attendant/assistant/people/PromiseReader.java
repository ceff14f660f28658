package io.attendant.assistant.people;

import io.attendant.assistant.people.Phrasebook.Span;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Finds the statement in one language that a person is or will be there. */
final class PromiseReader {
    /** How many words may stand between the verb and the person. */
    private static final int SENTENCE = 12;
    /** How many words may stand between somebody and what he will do. */
    private static final int SUBJECT = 5;
    /** How close an outsider's name makes the person one of theirs: "the agent at the depot". */
    private static final int THEIRS = 2;

    private final Phrasebook book;

    PromiseReader(Phrasebook book) {
        this.book = book;
    }

    boolean isIn(SpokenSentence sentence) {
        List<String> words = sentence.words();
        if (!(book.has("taker", words) || book.has("human", words) || book.has("somebody", words))
                || book.has("pleasure", words)) {
            return false;
        }
        Stated stated = new Stated(book, sentence);
        List<Span> humans = ours("human", words);
        List<Span> brought = stated.without("goods", stated.only(humans));
        return meet(deeds(stated, words), ours("taker", words), PromiseReader::isNear)
                // Whatever the assistant does with a human of ours, it brings him in: "I'll make sure that a human sees
                // it".
                || meet(stated.of("self"), brought, PromiseReader::isObject)
                || meet(stated.of("chat"), brought, PromiseReader::isNear)
                // Whatever one of them will do, he is coming: "someone will be with you".
                || meet(stated.of("soon"), humans, PromiseReader::isSubject)
                || meet(stated.of("soon"), ours("somebody", words), PromiseReader::isSubject);
    }

    /** What is done to bring a person in. Parcels are handed over too, but nobody takes one over. */
    private List<Span> deeds(Stated stated, List<String> words) {
        List<Span> handovers = stated.of("handover");
        return Stream.concat(
                        (book.has("matter", words) ? handovers : stated.without("goods", handovers)).stream(),
                        stated.of("takeover").stream())
                .toList();
    }

    private List<Span> ours(String list, List<String> words) {
        List<Span> outsiders = book.find("outsider", words);
        return book.find(list, words).stream()
                .filter(person -> outsiders.stream()
                        .noneMatch(outsider -> person.start() <= outsider.start() && person.gap(outsider) <= THEIRS))
                .toList();
    }

    private static boolean meet(List<Span> deeds, List<Span> people, BiPredicate<Span, Span> rule) {
        return deeds.stream().anyMatch(deed -> people.stream().anyMatch(person -> rule.test(deed, person)));
    }

    private static boolean isNear(Span deed, Span person) {
        return !person.overlaps(deed) && person.gap(deed) <= SENTENCE;
    }

    private static boolean isObject(Span self, Span human) {
        return self.end() <= human.start() && self.gap(human) <= SENTENCE;
    }

    private static boolean isSubject(Span will, Span person) {
        return person.end() <= will.start() && person.gap(will) <= SUBJECT;
    }
}
