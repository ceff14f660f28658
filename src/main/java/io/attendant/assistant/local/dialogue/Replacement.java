package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which variant of a product shall come in place of an ordered one.
 *
 * @param chosen the variant's id, if it is clear
 * @param among the variants that can be had, those nearest to what was said first
 * @param missed whether something was named that can't be had
 * @param isSame whether only what the item has already was named
 */
record Replacement(Optional<String> chosen, List<JsonNode> among, boolean missed, boolean isSame) {
    /** @param others the variants that can be had otherwise */
    static Replacement picked(Optional<String> id, List<JsonNode> others) {
        return new Replacement(id, others, false, false);
    }

    /**
     * @param named by option the values that were named
     * @see OptionWords#in
     */
    static Replacement of(Map<String, Set<String>> named, JsonNode product, JsonNode item) {
        Map<String, Set<String>> wanted = wanted(named, item);
        List<JsonNode> there = available(product, item);
        List<JsonNode> fitting =
                there.stream().filter(variant -> fits(variant, wanted)).toList();
        if (wanted.isEmpty() || fitting.isEmpty()) {
            return new Replacement(
                    Optional.empty(),
                    nearest(there, item, wanted),
                    !wanted.isEmpty(),
                    wanted.isEmpty() && !named.isEmpty());
        }
        List<JsonNode> otherwiseSame = fitting.stream()
                .filter(variant -> keepsTheRest(variant, item, wanted))
                .toList();
        return otherwiseSame.size() == 1
                ? new Replacement(Results.text(otherwiseSame.get(0), "id"), fitting, false, false)
                : new Replacement(Optional.empty(), nearest(fitting, item, wanted), false, false);
    }

    /** What can be had in place of {@code item}. */
    private static List<JsonNode> available(JsonNode product, JsonNode item) {
        String current = item.path("variantId").asText("");
        return Results.list(product, "variants").stream()
                .filter(variant -> !variant.path("id").asText("").equals(current))
                .filter(Replacement::isAvailable)
                .toList();
    }

    private static boolean isAvailable(JsonNode variant) {
        return variant.path("available").asBoolean(false)
                && Results.number(variant, "stock").orElse(1L) > 0;
    }

    /**
     * The options that are named, without what the item has already: in "the green one in black" green only tells which
     * item is meant. An option that stays is only kept where another changes.
     */
    private static Map<String, Set<String>> wanted(Map<String, Set<String>> named, JsonNode item) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        boolean changes = false;
        for (Map.Entry<String, Set<String>> option : named.entrySet()) {
            String current = value(item, option.getKey());
            Set<String> others = new LinkedHashSet<>(option.getValue());
            others.remove(current);
            wanted.put(option.getKey(), others.isEmpty() ? Set.of(current) : others);
            changes |= !others.isEmpty();
        }
        return changes ? wanted : Map.of();
    }

    private static boolean fits(JsonNode variant, Map<String, Set<String>> wanted) {
        return wanted.entrySet().stream()
                .allMatch(option -> option.getValue().contains(value(variant, option.getKey())));
    }

    private static boolean keepsTheRest(JsonNode variant, JsonNode item, Map<String, Set<String>> wanted) {
        return variant.path("options").properties().stream()
                .filter(option -> !wanted.containsKey(option.getKey()))
                .allMatch(option -> option.getValue().asText().equals(value(item, option.getKey())));
    }

    private static List<JsonNode> nearest(List<JsonNode> variants, JsonNode item, Map<String, Set<String>> wanted) {
        return variants.stream()
                .sorted(Comparator.comparingLong((JsonNode variant) -> -nearness(variant, item, wanted)))
                .toList();
    }

    /** What was asked for counts more than what would stay as it is. */
    private static long nearness(JsonNode variant, JsonNode item, Map<String, Set<String>> wanted) {
        return variant.path("options").properties().stream()
                .mapToLong(option -> {
                    String value = option.getValue().asText();
                    Set<String> asked = wanted.get(option.getKey());
                    if (asked != null) {
                        return asked.contains(value) ? 2 : 0;
                    }
                    return value.equals(value(item, option.getKey())) ? 1 : 0;
                })
                .sum();
    }

    private static String value(JsonNode thing, String option) {
        return thing.path("options").path(option).asText("");
    }
}
