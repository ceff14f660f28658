package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what a rule grants without a figure: the same day, for life, at weekends. The texts must say so too. */
final class TermCheck {
    /** What orders have in common doesn't tell how fast anything is. */
    private static final List<String> PAST = List.of(
            "role.PLACED", "status.SHIPPED", "status.TRANSIT", "status.OUT", "status.DELIVERED", "status.CANCELLED");

    /** "You can always write" grants nothing; "it is always free" does. */
    private static final String ALWAYS = "ALWAYS";

    private TermCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        Words words = sentence.words();
        boolean recorded = PAST.stream().anyMatch(key -> words.has(key, sentence.folded()));
        for (Map.Entry<String, Pattern> term : words.family("term.").entrySet()) {
            Matcher matcher = term.getValue().matcher(sentence.folded());
            while (matcher.find()) {
                Clause clause = sentence.clause(matcher.start());
                boolean weak = term.getKey().equals(ALWAYS) && !words.has("free", sentence.folded());
                if (!recorded
                        && !weak
                        && !clause.question()
                        && !clause.denies(matcher.start(), matcher.end(), words)
                        && !isTold(term.getKey(), evidence)) {
                    claims.add(sentence.claim(Claim.Kind.PROMISE, matcher.start(), matcher.end()));
                }
            }
        }
        return claims;
    }

    private static boolean isTold(String term, Evidence evidence) {
        return evidence.terms.contains(term);
    }
}
