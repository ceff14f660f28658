package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What tools told in the course of an errand. Immutable.
 *
 * @param orders the list of the shopper's orders, if it was looked up
 * @param details orders in full, by id in lower case
 * @param products by id
 */
record Facts(
        Optional<List<JsonNode>> orders,
        Map<String, JsonNode> details,
        Map<String, JsonNode> products,
        Optional<JsonNode> profile) {
    static final Facts NONE = new Facts(Optional.empty(), Map.of(), Map.of(), Optional.empty());

    Facts and(List<ToolUse> uses) {
        Optional<List<JsonNode>> listed = orders;
        Map<String, JsonNode> opened = new LinkedHashMap<>(details);
        Map<String, JsonNode> shown = new LinkedHashMap<>(products);
        Optional<JsonNode> self = profile;
        for (ToolUse use : uses) {
            if (use.isRefused()) {
                continue;
            }
            switch (use.tool()) {
                case Tools.LIST_ORDERS -> listed = Optional.of(Results.list(use.result(), "orders"));
                case Tools.ORDER_DETAILS -> opened.put(key(use.argument("orderId")), Results.order(use.result()));
                case Tools.PRODUCT_DETAILS -> shown.put(use.argument("productId"), Results.product(use.result()));
                case Tools.PROFILE -> self = Optional.of(use.result());
                default -> {
                    // Other tools tell nothing that an errand needs.
                }
            }
        }
        return new Facts(listed, opened, shown, self);
    }

    Optional<JsonNode> order(String id) {
        return Optional.ofNullable(details.get(key(id)));
    }

    Optional<JsonNode> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    private static String key(String orderId) {
        return orderId.toLowerCase(java.util.Locale.ROOT);
    }
}
