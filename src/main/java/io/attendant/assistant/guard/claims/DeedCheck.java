package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Checks what the assistant says it or the shop has done. */
final class DeedCheck {
    private static final List<String> PATTERNS = List.of("deed.first", "deed.passive", "deed.done");
    private static final Set<String> CHANGES =
            Set.of("changeShippingAddress", "changePaymentMethod", "changeItems", "updateMyAddress");

    private DeedCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        for (String key : PATTERNS) {
            Matcher matcher = sentence.words().pattern(key).matcher(sentence.folded());
            while (matcher.find()) {
                int verb = verb(matcher);
                if (isClaim(sentence, key, matcher.start(), verb)
                        && !isVouched(
                                sentence,
                                key,
                                Math.min(
                                        matcher.start(),
                                        sentence.clause(matcher.start()).start()),
                                evidence)) {
                    claims.add(sentence.claim(Claim.Kind.DONE, matcher.start(), matcher.end()));
                }
            }
        }
        return claims;
    }

    /** Where the verb stands that a pattern marks by a group, else where the match begins. */
    static int verb(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.start(group);
            }
        }
        return matcher.start();
    }

    private static boolean isClaim(Sentence sentence, String key, int start, int verb) {
        Clause clause = sentence.clause(verb);
        Clause beginning = sentence.clause(start);
        boolean asserted = !clause.question() && !clause.conditional() && !clause.negated() && !beginning.negated();
        boolean passive = !key.equals("deed.first");
        boolean harmless = !passive && startsWith(sentence, "deed.harmless", verb);
        return asserted && !harmless && !(passive && clause.modal());
    }

    static boolean startsWith(Sentence sentence, String key, int at) {
        Matcher matcher = sentence.words().pattern(key).matcher(sentence.folded());
        return matcher.region(at, sentence.folded().length())
                .useTransparentBounds(true)
                .lookingAt();
    }

    private static boolean isVouched(Sentence sentence, String key, int start, Evidence evidence) {
        String rest = sentence.folded().substring(start);
        Words words = sentence.words();
        if (words.has("deed.CANCEL", rest)) {
            return isDone(evidence, Set.of("cancelOrder")) || isState(evidence, Status.CANCELLED);
        }
        if (words.has("deed.FORWARD", rest)) {
            return evidence.ticket;
        }
        // A request is not the exchange itself, nor a return.
        boolean requested = !key.equals("deed.done");
        if (words.has("deed.EXCHANGE", rest)
                && (isDone(evidence, Set.of("exchangeItems"))
                        || (requested && isState(evidence, Status.EXCHANGE_REQUESTED)))) {
            return true;
        }
        if (words.has("deed.RETURN", rest)
                && (isDone(evidence, Set.of("returnItems"))
                        || (requested && isState(evidence, Status.RETURN_REQUESTED)))) {
            return true;
        }
        if (words.has("deed.REFUND", rest)) {
            return isDone(evidence, Set.of("cancelOrder", "changePaymentMethod", "changeItems"))
                    || isState(evidence, Status.REFUNDED);
        }
        if (words.has("deed.CHANGE", rest)) {
            return isDone(evidence, CHANGES);
        }
        return false;
    }

    private static boolean isDone(Evidence evidence, Set<String> kinds) {
        return kinds.stream().anyMatch(evidence.done::contains);
    }

    private static boolean isState(Evidence evidence, Status status) {
        return Stream.of(evidence.all)
                .flatMap(facts -> facts.states.stream())
                .anyMatch(state -> state.contains(status));
    }
}
