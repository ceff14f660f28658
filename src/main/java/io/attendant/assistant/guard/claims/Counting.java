package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what a result lists, and how many of it are alike. */
final class Counting {
    /** Arrays that may be counted, and what is in them. */
    private static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("items", "item"),
            Map.entry("itemIds", "item"),
            Map.entry("newItemIds", "item"),
            Map.entry("variantIds", "item"),
            Map.entry("variants", "variant"),
            Map.entry("shipments", "parcel"),
            Map.entry("trackingNumbers", "parcel"),
            Map.entry("payments", "payment"),
            Map.entry("paymentMethods", "method"),
            Map.entry("lines", "line"),
            Map.entry("articles", "article"),
            Map.entry("orders", "order"),
            Map.entry("products", "product"),
            Map.entry("categories", "category"));

    private static final List<String> GROUPED_BY =
            List.of("status", "name", "productId", "variantId", "kind", "type", "available");

    private Counting() {}

    static void array(String key, JsonNode node, Facts facts) {
        String unit = COUNTED.get(key);
        if (unit == null) {
            return;
        }
        facts.count(node.size(), unit);
        Map<String, Integer> groups = new HashMap<>();
        for (JsonNode element : node) {
            if (element.isTextual()) {
                groups.merge(element.asText(), 1, Integer::sum);
            }
            for (String field : GROUPED_BY) {
                if (element.has(field)) {
                    groups.merge(field + " " + element.get(field).asText(), 1, Integer::sum);
                }
            }
        }
        groups.forEach((group, size) -> facts.count(size, group.equals("kind gift_card") ? "giftcard" : unit));
    }
}
