package io.attendant.assistant.guard.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Checks what is promised: work that nobody was asked to do, or favours that nobody granted. */
final class PromiseCheck {
    private static final List<String> PATTERNS =
            List.of("promise.i", "promise.we", "promise.people", "promise.get", "promise.word");

    /** What a person does who was brought in. */
    private static final Set<String> PEOPLE = Set.of("CALL", "REPLY");

    private PromiseCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        for (String key : PATTERNS) {
            Matcher matcher = sentence.words().pattern(key).matcher(sentence.folded());
            while (matcher.find()) {
                if (isClaim(sentence, key, matcher) && !isVouched(sentence, key, matcher.start(), evidence)) {
                    claims.add(sentence.claim(Claim.Kind.PROMISE, matcher.start(), matcher.end()));
                }
            }
        }
        claims.addAll(free(sentence, evidence));
        return claims;
    }

    private static boolean isClaim(Sentence sentence, String key, Matcher matcher) {
        Clause clause = sentence.clause(matcher.start());
        int verb = DeedCheck.verb(matcher);
        boolean offered = clause.question()
                || clause.conditional()
                || clause.negated()
                || sentence.clause(verb).negated();
        boolean harmless = (key.equals("promise.i") || key.equals("promise.we"))
                && DeedCheck.startsWith(sentence, "promise.harmless", verb);
        return !offered && !harmless && !isName(sentence, verb);
    }

    /** A capital inside a sentence begins a name. */
    private static boolean isName(Sentence sentence, int at) {
        String text = sentence.text().original();
        return at > 1
                && Character.isUpperCase(text.charAt(at))
                && (Character.isLetter(text.charAt(at - 2)) || text.charAt(at - 2) == '/');
    }

    private static boolean isVouched(Sentence sentence, String key, int start, Evidence evidence) {
        String rest = sentence.folded().substring(start);
        if (key.equals("promise.i")) {
            return false;
        }
        List<String> concepts = sentence.words().family("concept.").entrySet().stream()
                .filter(concept -> concept.getValue().matcher(rest).find())
                .map(Map.Entry::getKey)
                .toList();
        if (key.equals("promise.we") && isAddressOnFile(sentence, evidence)) {
            return true;
        }
        if (evidence.ticket && concepts.stream().allMatch(PEOPLE::contains)) {
            return true;
        }
        return evidence.concepts.containsAll(concepts)
                && (!concepts.isEmpty() || ContextCheck.isFromText(sentence, evidence));
    }

    /** "We write to you at ..." tells an address and promises no letter. */
    private static boolean isAddressOnFile(Sentence sentence, Evidence evidence) {
        return sentence.mentions().stream()
                .anyMatch(mention -> mention instanceof Mention.Identifier id
                        && id.kind() == Claim.Kind.EMAIL
                        && evidence.identifiers.contains(id.value()));
    }

    /** That something costs nothing is a favour too. */
    private static List<Claim> free(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        boolean granted = evidence.concepts.contains("FREE") || evidence.common.calculated.contains(BigDecimal.ZERO);
        Matcher matcher = sentence.words().pattern("free").matcher(sentence.folded());
        while (!granted && matcher.find()) {
            Clause clause = sentence.clause(matcher.start());
            boolean harmless = sentence.words().has("freeHarmless", clause.text());
            if (!clause.question() && !clause.negated() && !harmless) {
                claims.add(sentence.claim(Claim.Kind.FREE, matcher.start(), matcher.end()));
            }
        }
        return claims;
    }
}
