package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Checks the ways of paying that a sentence names. */
final class MethodCheck {
    private MethodCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        Matcher brand = sentence.words().pattern("brand").matcher(sentence.folded());
        while (brand.find()) {
            boolean known =
                    evidence.corpus.replace(" ", "").contains(brand.group().replace(" ", ""));
            if (isStated(sentence, brand.start())
                    && (!known
                            || isElsewhere(
                                    brand.group().equals("paypal") ? "paypal" : "card", sentence, brand, evidence))) {
                claims.add(sentence.claim(Claim.Kind.PAYMENT_METHOD, brand.start(), brand.end()));
            }
        }
        Matcher card = sentence.words().pattern("unit.giftcard").matcher(sentence.folded());
        while (card.find()) {
            if (isStated(sentence, card.start()) && isElsewhere("gift", sentence, card, evidence)) {
                claims.add(sentence.claim(Claim.Kind.PAYMENT_METHOD, card.start(), card.end()));
            }
        }
        return claims;
    }

    private static boolean isStated(Sentence sentence, int at) {
        Clause clause = sentence.clause(at);
        return !clause.question() && !clause.conditional() && !clause.negated();
    }

    /** Whether it says that money came back this way, and it came or will come back another way. */
    private static boolean isElsewhere(String kind, Sentence sentence, Matcher method, Evidence evidence) {
        Set<String> refunds = evidence.refundMethods;
        String clause = sentence.clause(method.start()).text();
        return !refunds.isEmpty()
                && !refunds.contains(kind)
                && sentence.words().has("money.back", clause)
                && !sentence.words().has("generic", clause);
    }
}
