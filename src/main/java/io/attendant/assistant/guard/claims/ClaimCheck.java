package io.attendant.assistant.guard.claims;

import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells what in a sentence nobody vouches for: figures, dates, statuses, deeds and promises that stand in no evidence. It knows
 * the languages of {@link Language}; of others it checks what is written alike. Deterministic, without input or output, and
 * safe for use by several threads.
 */
public final class ClaimCheck {
    private final Vocabulary vocabulary;

    private ClaimCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static ClaimCheck load() {
        return new ClaimCheck(Vocabulary.get());
    }

    /**
     * @param before what was said before it in this answer
     * @return what in the sentence nobody vouches for, in no particular order; empty if it may be sent
     */
    public List<Claim> check(String sentence, String before, Evidence evidence) {
        FoldedText text = FoldedText.of(sentence);
        // A sentence whose language can't be told is true if it is true in one of those it may be written in.
        return vocabulary.languages(text, FoldedText.of(before), evidence.shopper).stream()
                .map(language -> check(text, language, evidence))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private List<Claim> check(FoldedText text, Language language, Evidence evidence) {
        if (text.folded().isBlank()) {
            return List.of();
        }
        Sentence sentence = Sentence.of(text, vocabulary.words(language), vocabulary.read(text, language), evidence);
        List<Claim> claims = new ArrayList<>();
        claims.addAll(FigureCheck.check(sentence, evidence));
        claims.addAll(DateCheck.check(sentence, evidence));
        claims.addAll(StatusCheck.check(sentence, evidence));
        claims.addAll(DeedCheck.check(sentence, evidence));
        claims.addAll(PromiseCheck.check(sentence, evidence));
        claims.addAll(ContextCheck.check(sentence, evidence));
        claims.addAll(MethodCheck.check(sentence, evidence));
        claims.addAll(QueueCheck.check(sentence, evidence));
        claims.addAll(PermissionCheck.check(sentence, evidence));
        claims.addAll(TermCheck.check(sentence, evidence));
        claims.addAll(BelongingCheck.check(sentence, evidence));
        return List.copyOf(claims);
    }
}
