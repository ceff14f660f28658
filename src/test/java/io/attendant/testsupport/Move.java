package io.attendant.testsupport;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import java.util.List;
import java.util.Map;

/** Something to propose in the {@link ActionShop}: a tool and its arguments, written as the message that asks for it. */
public record Move(String tool, Map<String, Object> args) {

    public static Move cancel(String orderId) {
        return new Move("cancelOrder", Map.of("orderId", orderId, "reason", "NO_LONGER_NEEDED"));
    }

    public static Move payBy(String orderId, String paymentMethodId) {
        return new Move("changePaymentMethod", Map.of("orderId", orderId, "paymentMethodId", paymentMethodId));
    }

    public static Move sendTo(String orderId, String line1) {
        return new Move(
                "changeShippingAddress",
                Map.of(
                        "orderId",
                        orderId,
                        "line1",
                        line1,
                        "line2",
                        "",
                        "city",
                        "Porto",
                        "state",
                        "",
                        "postalCode",
                        "4000-001",
                        "country",
                        "PT"));
    }

    public static Move moveTo(String line1) {
        return new Move(
                "updateMyAddress",
                Map.of(
                        "line1",
                        line1,
                        "line2",
                        "",
                        "city",
                        "Faro",
                        "state",
                        "",
                        "postalCode",
                        "8000",
                        "country",
                        "PT"));
    }

    /** The first item for one that costs 5.50 more, paid by the gift card. */
    public static Move swap(String orderId) {
        return swap("changeItems", orderId);
    }

    /** The same for a delivered order. */
    public static Move exchange(String orderId) {
        return swap("exchangeItems", orderId);
    }

    private static Move swap(String tool, String orderId) {
        return new Move(
                tool,
                Map.of(
                        "orderId",
                        orderId,
                        "itemIds",
                        List.of("KA"),
                        "newItemIds",
                        List.of("KB"),
                        "paymentMethodId",
                        ActionShop.GIFT));
    }

    public static Move sendBack(String orderId) {
        return new Move(
                "returnItems",
                Map.of("orderId", orderId, "itemIds", List.of("KC"), "paymentMethodId", ActionShop.GIFT));
    }

    /** What the shopper types. */
    public String message() {
        return Json.write(Map.of("tool", tool, "args", args));
    }

    /** A model that calls the tool which the message names, and has little else to say. */
    public static GeminiReply model(GeminiRequest request) {
        String said = request.lastUserText();
        if (!said.startsWith("{") || !request.functionResponses().isEmpty()) {
            return text("Please look at the card.");
        }
        JsonNode asked = Json.read(said, JsonNode.class);
        return call(
                asked.path("tool").asText(),
                Json.mapper().convertValue(asked.path("args"), new TypeReference<Map<String, Object>>() {}));
    }
}
