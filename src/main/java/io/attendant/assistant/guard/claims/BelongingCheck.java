package io.attendant.assistant.guard.claims;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of which order a product is said to be, where the orders that hold it are known. */
final class BelongingCheck {
    private BelongingCheck() {}

    static List<Claim> check(Sentence sentence, Evidence evidence) {
        boolean says = sentence.words().has("belongs", sentence.folded());
        List<Names.Anchor> orders = of(Thing.Type.ORDER, sentence);
        if (!says || sentence.isQuestion() || sentence.isNegated() || orders.size() != 1) {
            return List.of();
        }
        Set<String> known = evidence.things.stream()
                .filter(thing -> thing.type() == Thing.Type.ORDER)
                .map(Thing::name)
                .collect(Collectors.toSet());
        Names.Anchor order = orders.get(0);
        boolean foreign = of(Thing.Type.PRODUCT, sentence).stream()
                .flatMap(product -> product.things().stream())
                .filter(product -> product.kin().stream().anyMatch(known::contains))
                .anyMatch(product ->
                        order.things().stream().noneMatch(one -> product.kin().contains(one.name())));
        return foreign ? List.of(sentence.claim(Claim.Kind.ORDER, order.start(), order.end())) : List.of();
    }

    private static List<Names.Anchor> of(Thing.Type type, Sentence sentence) {
        return sentence.anchors().stream()
                .filter(anchor -> anchor.type() == type)
                .toList();
    }
}
