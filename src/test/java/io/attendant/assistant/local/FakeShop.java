package io.attendant.assistant.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Tools with scripted answers. */
final class FakeShop {
    private final Map<String, Function<JsonNode, String>> tools = new LinkedHashMap<>();

    static FakeShop empty() {
        return new FakeShop();
    }

    /** A shop with two orders, some products and articles, and a signed-in shopper. */
    static FakeShop usual() {
        return empty().with("listMyOrders", arguments -> ORDERS)
                .with(
                        "getOrderDetails",
                        arguments -> switch (arguments.path("orderId").asText()) {
                            case "#W1234567" -> ORDER_ON_ITS_WAY;
                            case "#W7654321" -> ORDER_DELIVERED;
                            case "#W2222222" -> ORDER_CANCELLED;
                            default -> refusal("order_not_found");
                        })
                .with("findProducts", arguments -> products(arguments))
                .with(
                        "getProductDetails",
                        arguments -> switch (arguments.path("productId").asText()) {
                            case "P1" -> KETTLE;
                            case "P2" -> TEAPOT;
                            default -> refusal("product_not_found");
                        })
                .with("listProductTypes", arguments -> """
                        {"types":["Kitchen","Lighting","Camping"]}""")
                .with("searchHelp", arguments -> articles(arguments))
                .with("requestVerification", arguments -> """
                        {"requested":true}""")
                .with("handOffToHuman", arguments -> """
                        {"ticketId":"0b8f3c1e-1111-4222-8333-944445555666","position":2}""");
    }

    /** The same shop for a guest. */
    static FakeShop guest() {
        return usual().with("listMyOrders", arguments -> refusal("verification_required"))
                .with("getOrderDetails", arguments -> refusal("verification_required"));
    }

    FakeShop with(String tool, Function<JsonNode, String> answer) {
        tools.put(tool, answer);
        return this;
    }

    FakeShop without(String tool) {
        tools.remove(tool);
        return this;
    }

    Set<String> tools() {
        return tools.keySet();
    }

    String call(String tool, String arguments) {
        return tools.get(tool).apply(Json.read(arguments, JsonNode.class));
    }

    static String refusal(String code) {
        return "{\"refused\":\"" + code + "\",\"message\":\"No.\"}";
    }

    private static String products(JsonNode arguments) {
        String query = arguments.path("query").asText().toLowerCase(java.util.Locale.ROOT);
        if (arguments.path("maxPrice").isNumber() && arguments.path("maxPrice").intValue() < 20) {
            return NO_PRODUCTS;
        }
        return query.contains("kettle") || query.contains("tea") || query.contains("kitchen") ? PRODUCTS : NO_PRODUCTS;
    }

    private static String articles(JsonNode arguments) {
        String query = arguments.path("query").asText().toLowerCase(java.util.Locale.ROOT);
        if (query.contains("return") || query.contains("refund") || query.contains("warranty")) {
            return """
                    {"articles":[{"id":"a1","title":"Returns and refunds","body":"# Returns\\n\\nYou can send items back \
                    within 30 days. **Unused** items only.\\n\\n## Refunds\\n\\nA refund takes 5 to 7 business days.","url":"/help/a1"},
                    {"id":"a2","title":"Warranty","body":"Every product has a warranty of 24 months.","url":"/help/a2"}],"total":2}""";
        }
        if (query.contains("shipping") || query.contains("deliver")) {
            return """
                    {"articles":[{"id":"a3","title":"Delivery times and costs","body":"Standard delivery takes 3 to 5 working \
                    days.\\n\\n- Express delivery costs 9.90.\\n- Shipping is free above 60.","url":"/help/a3"}],"total":1}""";
        }
        if (query.contains("cancel")) {
            return """
                    {"articles":[{"id":"a4","title":"Cancelling an order","body":"You can cancel an order while it is pending.",\
                    "url":"/help/a4"}],"total":1}""";
        }
        return """
                {"articles":[],"total":0}""";
    }

    private static final String NO_PRODUCTS = """
            {"products":[],"total":0}""";

    private static final String PRODUCTS = """
            {"products":[{"id":"P1","name":"Pour-over kettle","category":"Kitchen","priceFrom":39.90,"priceTo":49.90,"available":true},
            {"id":"P2","name":"Stoneware teapot","category":"Kitchen","priceFrom":28.00,"priceTo":28.00,"available":false}],"total":2}""";

    private static final String KETTLE = """
            {"id":"P1","name":"Pour-over kettle","category":"Kitchen","description":"A slim spout for an even pour. Holds 0.9 litres.",
            "variants":[{"id":"v1","options":{"color":"green"},"available":true,"stock":7,"price":39.90},
            {"id":"v2","options":{"color":"black"},"available":false,"stock":0,"price":49.90}]}""";

    private static final String TEAPOT = """
            {"id":"P2","name":"Stoneware teapot","category":"Kitchen","description":"Glazed by hand.",
            "variants":[{"id":"v3","options":{},"available":false,"stock":0,"price":28.00}]}""";

    private static final String ORDERS = """
            {"orders":[{"id":"#W1234567","status":"processed","placedAt":"2026-03-14T09:30:00Z","currency":"EUR","total":67.90,
            "itemCount":2,"items":["Pour-over kettle","Stoneware teapot"]},
            {"id":"#W7654321","status":"delivered","placedAt":"2026-02-02T10:00:00Z","currency":"EUR","total":119.00,"itemCount":1,
            "items":["Desk lamp"]},
            {"id":"#W2222222","status":"cancelled","placedAt":"2026-01-20T10:00:00Z","currency":"EUR","total":15.50,"itemCount":1,
            "items":["Notebook"]}],"total":3}""";

    private static final String ORDER_ON_ITS_WAY = """
            {"id":"#W1234567","status":"processed","placedAt":"2026-03-14T09:30:00Z","currency":"EUR",
            "items":[{"name":"Pour-over kettle","options":{"color":"green"},"price":39.90},
            {"name":"Stoneware teapot","options":{},"price":28.00}],
            "shipments":[{"trackingNumbers":["TRK-884411"],"carrier":"Northpost","status":"in_transit",
            "expectedAt":"2026-03-18T12:00:00Z","events":[{"at":"2026-03-15T08:00:00Z","status":"picked_up","text":"Picked up."},
            {"at":"2026-03-16T21:15:00Z","status":"in_transit","location":"Lyon","text":"Arrived at the sorting centre."}]}],
            "payments":[{"type":"payment","amount":67.90,"paymentMethodId":"pm1"}]}""";

    private static final String ORDER_DELIVERED = """
            {"id":"#W7654321","status":"delivered","placedAt":"2026-02-02T10:00:00Z","currency":"EUR",
            "items":[{"name":"Desk lamp","options":{"color":"black"},"price":119.00}],
            "shipments":[{"trackingNumbers":["TRK-1","TRK-2"],"status":"delivered","expectedAt":"2026-02-05T12:00:00Z"}],
            "payments":[{"type":"payment","amount":119.00,"paymentMethodId":"pm1"}]}""";

    private static final String ORDER_CANCELLED = """
            {"id":"#W2222222","status":"cancelled","placedAt":"2026-01-20T10:00:00Z","currency":"EUR",
            "items":[{"name":"Notebook","options":{},"price":15.50}],"shipments":[],
            "payments":[{"type":"payment","amount":15.50,"paymentMethodId":"pm1"},
            {"type":"refund","amount":15.50,"paymentMethodId":"pm1"}]}""";
}
