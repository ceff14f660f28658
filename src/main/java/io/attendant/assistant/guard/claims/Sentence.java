package io.attendant.assistant.guard.claims;

import java.util.List;

/** A sentence taken apart in one language. */
record Sentence(
        FoldedText text, Words words, List<Mention> mentions, List<Clause> clauses, List<Names.Anchor> anchors) {

    static Sentence of(FoldedText text, Words words, List<Mention> mentions, Evidence evidence) {
        return new Sentence(
                text, words, mentions, Clause.of(text, words), evidence.names.anchors(text, mentions, words));
    }

    String folded() {
        return text.folded();
    }

    Clause clause(int at) {
        return clauses.stream().filter(clause -> clause.holds(at)).findFirst().orElseGet(() -> clauses.getLast());
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
