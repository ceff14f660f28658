package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which version of a product shall come in place of an item. */
final class VariantChoice {
    private final Glossary glossary;
    private final ItemChoice items;

    VariantChoice(Glossary glossary, ItemChoice items) {
        this.glossary = glossary;
        this.items = items;
    }

    /** @param place the item, one of those chosen */
    Replacement choose(Errand errand, Items all, ItemChoice.Chosen chosen, int place, JsonNode product) {
        List<JsonNode> variants = Results.list(product, "variants");
        Map<String, Set<String>> named = new HashMap<>();
        Optional<String> picked = Optional.empty();
        for (Said said : errand.said()) {
            boolean about = isAbout(said, place);
            Map<String, Set<String>> further = OptionWords.in(heard(said, all, chosen, place), variants);
            if (about && said.picked().isPresent()) {
                picked = said.picked();
            } else if (!further.isEmpty()) {
                named.putAll(further);
                picked = Optional.empty();
            } else if (about && said.asksForOther(Question.errand_variant)) {
                picked = Optional.empty();
            }
        }
        Replacement replacement = Replacement.of(named, product, all.get(place));
        return picked.isPresent() ? Replacement.picked(picked, replacement.among()) : replacement;
    }

    private static boolean isAbout(Said said, int place) {
        return said.answers(Question.errand_variant)
                && said.about().filter(String.valueOf(place)::equals).isPresent();
    }

    /** The part of a message that speaks of the item's new version. */
    private Heard heard(Said said, Items all, ItemChoice.Chosen chosen, int place) {
        Heard heard = said.heard(glossary);
        if (said.answers(Question.errand_variant)) {
            return isAbout(said, place) ? heard : heard.part(0, 0);
        }
        if (!said.isOpen()) {
            return heard.part(0, 0);
        }
        Map<Integer, Integer> starts = items.named(said, all).starts();
        if (starts.isEmpty()) {
            return chosen.places().size() == 1 ? heard : heard.part(0, 0);
        }
        Integer own = starts.get(place);
        if (own == null) {
            return heard.part(0, 0);
        }
        int next = starts.values().stream()
                .filter(start -> start > own)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(heard.count());
        boolean isFirst = starts.values().stream().noneMatch(start -> start < own);
        return heard.part(isFirst ? 0 : own, next);
    }

    /** Whether a message names a version of an item whose product is known. */
    boolean isAnswered(Errand errand, Said said, Items all) {
        boolean asked = said.answers(Question.errand_variant);
        if (asked && (said.picked().isPresent() || said.slots().other())) {
            return true;
        }
        Heard heard = said.heard(glossary);
        return all.all().stream()
                .filter(place -> !asked || isAbout(said, place))
                .flatMap(place -> errand.facts().product(all.productId(place)).stream())
                .anyMatch(product -> !OptionWords.in(heard, Results.list(product, "variants"))
                        .isEmpty());
    }
}
