package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.protocol.FunctionResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts function results into sentences that state nothing but values of those results. */
final class ClerkAnswers {

    private static final int MOST_LISTED = 5;

    private ClerkAnswers() {}

    static String from(List<FunctionResponse> responses) {
        return responses.stream().map(ClerkAnswers::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(FunctionResponse response) {
        JsonNode result = response.result();
        if (result.has("refused")) {
            String message = value(result, "message");
            return message.isEmpty() ? "I can't do that here." : endSentence(message);
        }
        if (result.isTextual()) {
            return endSentence(result.asText());
        }
        return switch (response.name()) {
            case "getOrderDetails" -> order(result);
            case "listMyOrders" -> orders(result);
            case "findProducts", "recommendProducts" -> products(result);
            case "getProductDetails" -> product(result);
            case "listProductTypes" -> "We have " + join(names(result)) + ".";
            case "searchHelp" -> article(result);
            case "calculate" -> "The result is " + first(result, "result", "value") + ".";
            case "getMyProfile" -> "I have your profile under the name " + name(result) + ".";
            case "handOffToHuman" -> "I have passed this on to a colleague, who will answer here.";
            case "requestVerification" -> "Please confirm first who you are.";
            default -> "That is done.";
        };
    }

    private static String order(JsonNode result) {
        JsonNode order = result.has("order") ? result.get("order") : result;
        StringBuilder text = new StringBuilder("Order ");
        text.append(first(order, "id", "orderId"));
        text.append(" is ").append(readable(value(order, "status"))).append('.');
        Set<String> tracking = new LinkedHashSet<>();
        collect(order, Set.of("trackingNumber", "trackingNumbers"), tracking);
        if (!tracking.isEmpty()) {
            text.append(" You can track it with ")
                    .append(join(List.copyOf(tracking)))
                    .append('.');
        }
        List<String> items = names(order.path("items"));
        if (!items.isEmpty()) {
            text.append(" It contains ").append(join(items)).append('.');
        }
        return text.toString();
    }

    private static String orders(JsonNode result) {
        List<String> lines = new ArrayList<>();
        for (JsonNode order : elements(result)) {
            String id = order.isTextual() ? order.asText() : first(order, "id", "orderId");
            String status = readable(value(order, "status"));
            lines.add(status.isEmpty() ? id : id + " (" + status + ")");
        }
        return lines.isEmpty() ? "I can't see an order of yours." : "These are your orders: " + join(lines) + ".";
    }

    private static String products(JsonNode result) {
        List<String> names = names(result);
        return names.isEmpty()
                ? "I found nothing that fits."
                : "We have " + join(names) + ". Shall I tell you more about one of them?";
    }

    private static String product(JsonNode result) {
        JsonNode product = result.has("product") ? result.get("product") : result;
        String price = value(product, "price");
        String rest = price.isEmpty() ? " is one of our products." : " costs " + price + ".";
        return name(product) + rest;
    }

    private static String article(JsonNode result) {
        JsonNode found = elements(result);
        if (found.isEmpty()) {
            return "I found no help article about that.";
        }
        JsonNode article = found.get(0);
        String text = first(article, "snippet", "excerpt", "text", "body");
        return text.isEmpty()
                ? "Our article \"" + name(article) + "\" answers that."
                : endSentence(firstSentence(text));
    }

    /** The list within a result: the result itself, or its first field that holds one. */
    private static JsonNode elements(JsonNode result) {
        if (result.isArray()) {
            return result;
        }
        for (Map.Entry<String, JsonNode> field : result.properties()) {
            if (field.getValue().isArray()) {
                return field.getValue();
            }
        }
        return result.path("none");
    }

    private static List<String> names(JsonNode result) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode element : elements(result)) {
            names.add(element.isValueNode() ? element.asText() : name(element));
        }
        names.remove("");
        return List.copyOf(names);
    }

    private static String name(JsonNode node) {
        String first = first(node, "name", "title", "firstName");
        JsonNode name = node.path("name");
        return name.isObject() ? first(name, "full", "firstName", "first") : first;
    }

    private static void collect(JsonNode node, Set<String> fields, Set<String> values) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (fields.contains(field.getKey())) {
                field.getValue().forEach(element -> values.add(element.asText()));
                if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                    values.add(field.getValue().asText());
                }
            }
        }
        node.forEach(child -> collect(child, fields, values));
    }

    private static String first(JsonNode node, String... fields) {
        for (String field : fields) {
            String value = value(node, field);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String value(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() ? "" : value.asText();
    }

    private static String readable(String code) {
        return code.replace('_', ' ');
    }

    private static String join(List<String> values) {
        List<String> listed = values.subList(0, Math.min(MOST_LISTED, values.size()));
        int last = listed.size() - 1;
        return last < 1
                ? String.join("", listed)
                : String.join(", ", listed.subList(0, last)) + " and " + listed.get(last);
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String endSentence(String text) {
        return text.matches("(?s).*[.!?]\\s*") ? text : text + ".";
    }
}
