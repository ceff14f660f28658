package io.attendant.assistant.guard.claims;

import java.util.List;

/** A sentence taken apart in one language. */
record Sentence(
        FoldedText text, Words words, List<Mention> mentions, List<Clause> clauses, List<Names.Anchor> anchors) {

    static Sentence of(FoldedText text, Words words, List<Mention> mentions, Evidence evidence) {
        FoldedText spoken =
                text.without(mentions.stream().filter(Sentence::isAddress).toList());
        return new Sentence(
                spoken, words, mentions, Clause.of(spoken, words), evidence.names.anchors(text, mentions, words));
    }

    /** The letters of an address are no words. */
    private static boolean isAddress(Mention mention) {
        return mention instanceof Mention.Identifier identifier
                && (identifier.kind() == Claim.Kind.EMAIL || identifier.kind() == Claim.Kind.URL);
    }

    String folded() {
        return text.folded();
    }

    Clause clause(int at) {
        return clauses.stream().filter(clause -> clause.holds(at)).findFirst().orElseGet(() -> clauses.getLast());
    }

    /** Whether what stands there is said of what isn't named, beside what is: "the desk came today, the rest yesterday". */
    boolean isOfRest(int at) {
        Clause clause = clause(at);
        return words.has("rest", clause.text()) && anchors.stream().noneMatch(anchor -> clause.holds(anchor.start()));
    }

    boolean isQuestion() {
        return clauses.getFirst().question();
    }

    boolean isNegated() {
        return clauses.stream().anyMatch(Clause::negated);
    }

    Claim claim(Claim.Kind kind, int start, int end) {
        return new Claim(kind, text.original(start, end));
    }
}
