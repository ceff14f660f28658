package io.attendant.assistant.guard.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that what an order is said to allow is allowed: no tool has refused it, and for a cancellation it is pending. */
final class PermissionCheck {
    private static final Map<String, String> TOOLS =
            Map.of("deed.CANCEL", "cancelOrder", "deed.RETURN", "returnItems", "deed.EXCHANGE", "exchangeItems");

    private PermissionCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        List<Claim> claims = new ArrayList<>();
        Words words = sentence.words();
        for (Clause clause : sentence.clauses()) {
            boolean allows = words.has("can", clause.text())
                    && !clause.question()
                    && !clause.conditional()
                    && !clause.negated()
                    && !words.has("generic", clause.text())
                    && !words.has("offer", sentence.folded());
            TOOLS.forEach((deed, tool) -> {
                if (allows && words.has(deed, clause.text()) && isRefused(deed, tool, sentence, evidence)) {
                    claims.add(sentence.claim(Claim.Kind.PROMISE, clause.start(), clause.end()));
                }
            });
        }
        return claims;
    }

    private static boolean isRefused(String deed, String tool, Sentence sentence, Evidence evidence) {
        boolean proposed = evidence.cards.contains(tool);
        return !proposed
                && (evidence.refused.contains(tool) || (deed.equals("deed.CANCEL") && !isPending(sentence, evidence)));
    }

    /** Whether one of the orders in question, if any is known, has not been taken up yet. */
    private static boolean isPending(Sentence sentence, Evidence evidence) {
        Set<Thing> named = sentence.anchors().stream()
                .flatMap(anchor -> anchor.things().stream())
                .filter(thing -> thing.type() == Thing.Type.ORDER)
                .collect(Collectors.toSet());
        List<Thing> orders = evidence.things.stream()
                .filter(thing -> thing.type() == Thing.Type.ORDER)
                .filter(order -> named.isEmpty() || named.contains(order))
                .toList();
        return orders.isEmpty()
                || orders.stream()
                        .anyMatch(order ->
                                order.facts().states.stream().anyMatch(state -> state.contains(Status.PENDING)));
    }
}
