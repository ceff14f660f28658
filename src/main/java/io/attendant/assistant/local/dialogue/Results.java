package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tool results, in which every field but ids may be absent. */
final class Results {
    private Results() {}

    static List<JsonNode> list(JsonNode node, String field) {
        List<JsonNode> items = new ArrayList<>();
        node.path(field).forEach(items::add);
        return List.copyOf(items);
    }

    /**
     * The products that a search found, those first that have most of its words in their names. Where no product has all of
     * several words, the search takes any; then those that have none in their names are left out, if others have half.
     */
    static List<JsonNode> products(ToolUse search) {
        List<String> words = List.of(search.argument("query").split(" ", -1));
        Map<JsonNode, Long> hits = new IdentityHashMap<>();
        List<JsonNode> products = list(search.result(), "products");
        products.forEach(product ->
                hits.put(product, Terms.of(product.path("name").asText("")).hits(words)));
        long most = hits.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return products.stream()
                .filter(product -> words.size() < 2 || 2 * most < words.size() || hits.get(product) > 0)
                .sorted(Comparator.comparingLong((JsonNode product) -> hits.get(product))
                        .reversed())
                .toList();
    }

    static List<String> texts(JsonNode node, String field) {
        return list(node, field).stream()
                .filter(item -> item.isTextual() || item.hasNonNull("name"))
                .map(item -> item.isTextual() ? item.asText() : item.get("name").asText())
                .map(Results::oneLine)
                .filter(text -> !text.isBlank())
                .toList();
    }

    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber()
                ? Optional.of(oneLine(value.asText())).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    static Optional<BigDecimal> amount(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    static Optional<Long> number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() ? Optional.of(value.longValue()) : Optional.empty();
    }

    static Optional<Instant> time(JsonNode node, String field) {
        return text(node, field).flatMap(Results::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            // A time that can't be read is better left out than shown raw.
            return Optional.empty();
        }
    }

    /** An order, whether the tool gives it bare or under its name. */
    static JsonNode order(JsonNode result) {
        return result.path("order").isObject() ? result.get("order") : result;
    }

    /** A product, whether the tool gives it bare or under its name. */
    static JsonNode product(JsonNode result) {
        return result.path("product").isObject() ? result.get("product") : result;
    }

    /** The values of an object, for example of options, in its order. */
    static List<String> values(JsonNode object) {
        List<String> values = new ArrayList<>();
        object.forEach(value -> values.add(oneLine(value.asText())));
        return values;
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
