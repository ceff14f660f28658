package io.attendant.assistant.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.shared.Json;
import java.util.List;

/** A {@link FakeShop} in which things can be done: two orders are pending, two delivered, one is processed. */
final class ActionShop {
    private static final List<String> PROPOSE = List.of(
            "cancelOrder",
            "changeShippingAddress",
            "changePaymentMethod",
            "changeItems",
            "exchangeItems",
            "returnItems",
            "updateMyAddress");

    private ActionShop() {}

    static FakeShop usual() {
        FakeShop shop = FakeShop.usual()
                .with("listMyOrders", arguments -> list(ORDERS))
                .with("getOrderDetails", arguments -> byId(ORDERS, arguments.path("orderId"), "order_not_found"))
                .with(
                        "getProductDetails",
                        arguments -> byId(PRODUCTS, arguments.path("productId"), "product_not_found"))
                .with("getMyProfile", arguments -> PROFILE);
        PROPOSE.forEach(tool -> shop.with(tool, arguments -> proposed(tool, arguments)));
        return shop;
    }

    /** The same with only one pending order. */
    static FakeShop withOneOpen() {
        ArrayNode orders = read(ORDERS).deepCopy();
        orders.remove(1);
        return usual().with("listMyOrders", arguments -> list(orders.toString()));
    }

    static FakeShop guest() {
        FakeShop shop = usual();
        shop.tools().stream()
                .filter(tool -> PROPOSE.contains(tool)
                        || List.of("listMyOrders", "getOrderDetails", "getMyProfile")
                                .contains(tool))
                .forEach(tool -> shop.with(tool, arguments -> FakeShop.refusal("verification_required")));
        return shop;
    }

    private static String proposed(String tool, JsonNode arguments) {
        ObjectNode result =
                Json.mapper().createObjectNode().put("proposed", true).put("kind", tool);
        if (arguments.has("orderId")) {
            result.put("orderId", arguments.get("orderId").asText());
        }
        result.put("summary", "Ready.").putArray("lines");
        return result.put("expiresAt", "2026-03-14T10:00:00Z").toString();
    }

    private static String list(String orders) {
        ObjectNode result = Json.mapper().createObjectNode();
        ArrayNode list = result.putArray("orders");
        for (JsonNode order : read(orders)) {
            ObjectNode line = list.addObject();
            line.set("id", order.get("id"));
            line.set("status", order.get("status"));
            line.put("currency", "EUR").put("itemCount", order.get("items").size());
            ArrayNode names = line.putArray("items");
            order.get("items").forEach(item -> names.add(item.get("name")));
        }
        return result.put("total", list.size()).toString();
    }

    private static String byId(String all, JsonNode id, String missing) {
        for (JsonNode node : read(all)) {
            if (node.get("id").asText().equals(id.asText())) {
                return node.toString();
            }
        }
        return FakeShop.refusal(missing);
    }

    private static ArrayNode read(String json) {
        return Json.read(json, ArrayNode.class);
    }

    private static final String PROFILE = """
            {"id":"mia","email":"mia@example.com","firstName":"Mia","lastName":"Keller",
            "address":{"line1":"Ahornweg 14","line2":"","city":"Berlin","state":"","postalCode":"10999","country":"DE"},
            "paymentMethods":[{"id":"card_1","kind":"credit_card","brand":"visa","lastFour":"4242"},
            {"id":"paypal_1","kind":"paypal"},
            {"id":"gift_1","kind":"gift_card","balance":50.00}]}""";

    private static final String HOME = """
            "shippingAddress":{"line1":"Ahornweg 14","line2":"","city":"Berlin","state":"","postalCode":"10999","country":"DE"},
            "shipments":[],"currency":"EUR",""";

    private static final String ORDERS = """
            [{"id":"#W3000001","status":"pending",%1$s
            "items":[{"productId":"P1","variantId":"P1-green","name":"Pour-over kettle","options":{"color":"green"},"price":39.90},
            {"productId":"P3","variantId":"P3-M-blue","name":"Cotton shirt","options":{"color":"blue","size":"M"},"price":25.00}],
            "payments":[{"type":"payment","amount":64.90,"paymentMethodId":"card_1"}]},
            {"id":"#W3000002","status":"pending",%1$s
            "items":[{"productId":"P4","variantId":"P4-A5","name":"Margin notebook","options":{"size":"A5"},"price":12.00}],
            "payments":[{"type":"payment","amount":12.00,"paymentMethodId":"paypal_1"}]},
            {"id":"#W1234567","status":"processed",%1$s
            "items":[{"productId":"P2","variantId":"P2-1","name":"Stoneware teapot","options":{},"price":28.00}],
            "payments":[{"type":"payment","amount":28.00,"paymentMethodId":"card_1"}]},
            {"id":"#W4000001","status":"delivered",%1$s
            "items":[{"productId":"P5","variantId":"P5-black","name":"Arc desk lamp","options":{"color":"black"},"price":119.00},
            {"productId":"P6","variantId":"P6-red","name":"Enamel mug","options":{"color":"red"},"price":9.00},
            {"productId":"P6","variantId":"P6-red","name":"Enamel mug","options":{"color":"red"},"price":9.00},
            {"productId":"P3","variantId":"P3-L-red","name":"Cotton shirt","options":{"color":"red","size":"L"},"price":25.00}],
            "payments":[{"type":"payment","amount":162.00,"paymentMethodId":"card_1"}]},
            {"id":"#W4000002","status":"delivered",%1$s
            "items":[{"productId":"P7","variantId":"P7-07","name":"Insulated bottle","options":{"capacity":"0.75 L"},"price":31.00}],
            "payments":[{"type":"payment","amount":31.00,"paymentMethodId":"paypal_1"}]}]""".formatted(HOME);

    private static final String PRODUCTS = """
            [{"id":"P1","name":"Pour-over kettle","variants":[
            {"id":"P1-green","options":{"color":"green"},"available":true,"price":39.90},
            {"id":"P1-black","options":{"color":"matte black"},"available":true,"price":44.90},
            {"id":"P1-white","options":{"color":"white"},"available":false,"price":39.90}]},
            {"id":"P3","name":"Cotton shirt","variants":[
            {"id":"P3-M-blue","options":{"color":"blue","size":"M"},"available":true,"price":25.00},
            {"id":"P3-L-blue","options":{"color":"blue","size":"L"},"available":true,"price":26.00},
            {"id":"P3-S-red","options":{"color":"red","size":"S"},"available":true,"price":25.00},
            {"id":"P3-M-red","options":{"color":"red","size":"M"},"available":true,"price":25.00},
            {"id":"P3-L-red","options":{"color":"red","size":"L"},"available":true,"price":27.00},
            {"id":"P3-XL-red","options":{"color":"red","size":"XL"},"available":true,"price":28.00}]},
            {"id":"P4","name":"Margin notebook","variants":[
            {"id":"P4-A5","options":{"size":"A5"},"available":true,"price":12.00}]},
            {"id":"P5","name":"Arc desk lamp","variants":[
            {"id":"P5-black","options":{"color":"black"},"available":true,"price":119.00},
            {"id":"P5-white","options":{"color":"white"},"available":true,"price":125.00},
            {"id":"P5-brass","options":{"color":"brass"},"available":true,"price":139.00}]},
            {"id":"P6","name":"Enamel mug","variants":[
            {"id":"P6-red","options":{"color":"red"},"available":true,"price":9.00},
            {"id":"P6-blue","options":{"color":"blue"},"available":true,"price":9.50}]},
            {"id":"P7","name":"Insulated bottle","variants":[
            {"id":"P7-05","options":{"capacity":"500 ml"},"available":true,"price":27.00},
            {"id":"P7-07","options":{"capacity":"0.75 L"},"available":true,"price":31.00},
            {"id":"P7-15","options":{"capacity":"1.5 L"},"available":true,"price":39.00}]}]""";
}
