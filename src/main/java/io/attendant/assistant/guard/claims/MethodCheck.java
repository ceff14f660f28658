package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Checks the ways of paying that a sentence names. */
final class MethodCheck {
    private static final Set<String> KINDS = Set.of("paypal", "gift", "card");

    /** Writings of a brand that its records may have. */
    private static final Map<String, String> SHORT =
            Map.of("american express", "amex", "master card", "mastercard", "vise", "visa", "visy", "visa");

    /** Polish inflects even these. */
    private static final List<String> INFLECTED = List.of("mastercard", "paypal", "visa");

    private MethodCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        Matcher brand = sentence.words().pattern("brand").matcher(sentence.folded());
        while (brand.find()) {
            String said = brand.group();
            String name = INFLECTED.stream()
                    .filter(said::startsWith)
                    .findFirst()
                    .orElseGet(() -> SHORT.getOrDefault(said, said))
                    .replace(" ", "");
            boolean known =
                    (KINDS.contains(name) && evidence.payments.values().stream().anyMatch(ways -> ways.contains(name)))
                            || evidence.corpus.replace(" ", "").contains(name)
                            || evidence.corpus.contains(brand.group());
            if (isStated(sentence, brand.start())
                    && (!known
                            || isElsewhere(name.equals("paypal") ? "paypal" : "card", sentence, brand, evidence)
                            || isNotPaid(name, sentence, brand, evidence))) {
                claims.add(sentence.claim(Claim.Kind.PAYMENT_METHOD, brand.start(), brand.end()));
            }
        }
        Matcher card = sentence.words().pattern("unit.giftcard").matcher(sentence.folded());
        while (card.find()) {
            if (isStated(sentence, card.start())
                    && (isElsewhere("gift", sentence, card, evidence) || isNotPaid("gift", sentence, card, evidence))) {
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

    /** Whether it says that something was paid this way, and none of the orders in question was. */
    private static boolean isNotPaid(String method, Sentence sentence, Matcher place, Evidence evidence) {
        Clause clause = sentence.clause(place.start());
        if (clause.modal()
                || !sentence.words().has("role.PAID", clause.text())
                || sentence.words().has("money.back", clause.text())) {
            return false;
        }
        Set<String> named = new HashSet<>();
        sentence.anchors().forEach(anchor -> anchor.things().forEach(thing -> named.addAll(thing.kin())));
        named.retainAll(evidence.payments.keySet());
        Set<String> kinds = new HashSet<>();
        evidence.payments.forEach((order, ways) -> {
            if (named.isEmpty() || named.contains(order)) {
                kinds.addAll(ways);
            }
        });
        boolean brandKnown = kinds.stream().anyMatch(kind -> !KINDS.contains(kind));
        String kind = KINDS.contains(method) ? method : brandKnown ? method : "card";
        return !kinds.isEmpty() && !kinds.contains(kind);
    }
}
