package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.wording.Wording;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a tool told about products. */
final class ProductReport {
    private static final int LISTED = 5;
    private static final int TYPES = 12;
    private static final int VARIANTS_ONE_BY_ONE = 4;
    private static final int DESCRIPTION_LENGTH = 280;

    private ProductReport() {}

    static void types(Speech speech, JsonNode result) {
        List<String> types = java.util.stream.Stream.of("types", "productTypes", "categories")
                .flatMap(field -> Results.texts(result, field).stream())
                .distinct()
                .limit(TYPES)
                .toList();
        if (!types.isEmpty()) {
            speech.say("products.types", Map.of("types", speech.wording().list(types)));
        }
    }

    /** @param total how many there are; absent if only some of them fit */
    static void list(Speech speech, List<JsonNode> products, Optional<Long> total) {
        total.ifPresentOrElse(count -> speech.count("products.count", count), () -> speech.say("found"));
        products.stream().limit(LISTED).forEach(product -> speech.item(line(speech.wording(), product)));
    }

    private static String line(Wording wording, JsonNode product) {
        StringBuilder line = new StringBuilder(name(product));
        Optional<BigDecimal> from = Results.amount(product, "priceFrom");
        Optional<BigDecimal> to = Results.amount(product, "priceTo").or(() -> from);
        from.ifPresent(low -> {
            String price = wording.money(low, Optional.empty());
            boolean range = to.isPresent() && to.get().compareTo(low) > 0;
            line.append(": ").append(range ? wording.text("product.from", Map.of("price", price)) : price);
        });
        if (product.path("available").isBoolean() && !product.get("available").booleanValue()) {
            line.append(" – ").append(wording.text("product.sold_out"));
        }
        return line.toString();
    }

    static void details(Speech speech, JsonNode product) {
        price(speech, product);
        Results.text(product, "description")
                .ifPresent(text -> Passage.beginning(text, DESCRIPTION_LENGTH).forEach(part -> part.addTo(speech)));
        available(speech, product);
    }

    /** Two sentences on a product that stands beside others. */
    static void compared(Speech speech, JsonNode product) {
        price(speech, product);
        Results.text(product, "description")
                .ifPresent(text -> Passage.beginning(text, 1).forEach(part -> part.addTo(speech)));
    }

    static void price(Speech speech, JsonNode product) {
        Wording wording = speech.wording();
        List<BigDecimal> prices = Results.list(product, "variants").stream()
                .flatMap(variant -> Results.amount(variant, "price").stream())
                .sorted()
                .toList();
        if (prices.isEmpty()) {
            speech.say("product.no_price", Map.of("product", name(product)));
            return;
        }
        String low = wording.money(prices.get(0), Optional.empty());
        String high = wording.money(prices.get(prices.size() - 1), Optional.empty());
        if (low.equals(high)) {
            speech.say("product.price", Map.of("product", name(product), "price", low));
        } else {
            speech.say("product.prices", Map.of("product", name(product), "low", low, "high", high));
        }
    }

    /** @param words what the shopper said; options among them narrow the answer */
    static void stock(Speech speech, JsonNode product, List<String> words) {
        List<JsonNode> variants = Results.list(product, "variants");
        List<JsonNode> asked = matching(variants, words);
        if (asked.isEmpty()) {
            available(speech, product);
            return;
        }
        List<JsonNode> there = asked.stream().filter(ProductReport::isAvailable).toList();
        if (there.isEmpty()) {
            speech.say("stock.not_this", Map.of("product", name(product), "variant", described(asked.get(0))));
            available(speech, product);
            return;
        }
        JsonNode first = there.get(0);
        speech.say("stock.this", Map.of("product", name(product), "variant", described(first)));
        if (there.size() == 1) {
            Results.number(first, "stock")
                    .filter(count -> count > 0)
                    .ifPresent(count -> speech.count("stock.left", count));
        }
    }

    /** The variants with most of the options that the shopper names; empty if no option is named. */
    private static List<JsonNode> matching(List<JsonNode> variants, List<String> words) {
        Map<JsonNode, Long> hits = new LinkedHashMap<>();
        variants.forEach(variant -> hits.put(
                variant,
                Terms.of(String.join(" ", Results.values(variant.path("options"))))
                        .hits(words)));
        long most = hits.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return most == 0
                ? List.of()
                : variants.stream().filter(variant -> hits.get(variant) == most).toList();
    }

    /** Whether one of the words is an option of the product, for example a colour. */
    static boolean hasOption(JsonNode product, List<String> words) {
        return !matching(Results.list(product, "variants"), words).isEmpty();
    }

    private static void available(Speech speech, JsonNode product) {
        List<JsonNode> variants = Results.list(product, "variants");
        List<JsonNode> there =
                variants.stream().filter(ProductReport::isAvailable).toList();
        if (variants.isEmpty()) {
            speech.say("stock.unknown", Map.of("product", name(product)));
        } else if (there.isEmpty()) {
            speech.say("stock.none", Map.of("product", name(product)));
        } else if (variants.size() == 1 || described(there.get(0)).isEmpty()) {
            speech.say("stock.yes", Map.of("product", name(product)));
        } else {
            String variant = there.size() <= VARIANTS_ONE_BY_ONE
                    ? there.stream().map(ProductReport::described).collect(Collectors.joining("; "))
                    : byOption(there);
            speech.say("stock.variants", Map.of("variants", variant));
        }
    }

    /** "color: black, white; size: S, M": short where the combinations are many. */
    private static String byOption(List<JsonNode> variants) {
        Map<String, Set<String>> options = new LinkedHashMap<>();
        for (JsonNode variant : variants) {
            variant.path("options")
                    .properties()
                    .forEach(option -> options.computeIfAbsent(option.getKey(), key -> new LinkedHashSet<>())
                            .add(Results.oneLine(option.getValue().asText())));
        }
        return options.entrySet().stream()
                .map(option -> option.getKey() + ": " + String.join(", ", option.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static boolean isAvailable(JsonNode variant) {
        return variant.path("available").asBoolean(false);
    }

    private static String described(JsonNode variant) {
        return String.join(", ", Results.values(variant.path("options")));
    }

    private static String name(JsonNode product) {
        return Results.text(product, "name").orElse("");
    }
}
