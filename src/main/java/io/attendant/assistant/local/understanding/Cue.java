package io.attendant.assistant.local.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that together point at an intent, in any order, as a line of a data file: {@code where @order !refund =3}. A term is a
 * choice of phrases ({@code late|delayed}) or a group's name; {@code !} demands that it is absent; {@code =} gives the
 * weight, otherwise it is the number of terms that have to be there.
 */
record Cue(List<Term> terms, double weight) {

    record Term(boolean absent, List<Phrase> choices) {
        boolean holds(Words message) {
            return absent != choices.stream().anyMatch(phrase -> phrase.isIn(message));
        }
    }

    static Cue of(String line, Map<String, List<Phrase>> groups) {
        List<Term> terms = new ArrayList<>();
        double weight = 0;
        for (String part : line.split("\\s+", -1)) {
            if (part.startsWith("=")) {
                weight = Double.parseDouble(part.substring(1));
            } else {
                terms.add(term(part, line, groups));
            }
        }
        if (terms.stream().allMatch(Term::absent)) {
            throw new IllegalStateException("a cue needs a word that is there: " + line);
        }
        double given = weight;
        return new Cue(
                List.copyOf(terms),
                given > 0
                        ? given
                        : terms.stream().filter(term -> !term.absent()).count());
    }

    private static Term term(String part, String line, Map<String, List<Phrase>> groups) {
        boolean absent = part.startsWith("!");
        List<Phrase> choices = Arrays.stream((absent ? part.substring(1) : part).split("\\|", -1))
                .flatMap(choice -> choice.startsWith("@") ? group(choice, line, groups) : Stream.of(Phrase.of(choice)))
                .toList();
        return new Term(absent, choices);
    }

    private static Stream<Phrase> group(String choice, String line, Map<String, List<Phrase>> groups) {
        List<Phrase> group = groups.get(choice.substring(1));
        if (group == null) {
            throw new IllegalStateException("unknown group in: " + line);
        }
        return group.stream();
    }

    boolean matches(Words message) {
        return terms.stream().allMatch(term -> term.holds(message));
    }
}
