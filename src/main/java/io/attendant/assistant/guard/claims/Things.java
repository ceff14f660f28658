package io.attendant.assistant.guard.claims;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the orders, products and variants of the evidence; what was told last of one counts. */
final class Things {
    private final LocalDate today;
    private final Map<String, JsonNode> orders = new LinkedHashMap<>();
    private final Map<String, Facts> products = new LinkedHashMap<>();
    private final Map<String, Set<String>> kin = new LinkedHashMap<>();
    private final List<Thing> variants = new ArrayList<>();
    private final Facts loose = new Facts();
    private final Facts details = new Facts();
    private final Map<String, String> done = new LinkedHashMap<>();
    private final List<FoldedText> lines = new ArrayList<>();
    private List<Thing> things = List.of();

    Things(LocalDate today) {
        this.today = today;
    }

    /** What records say outside of orders and products. */
    void loose(Facts facts) {
        loose.add(facts);
    }

    /** What else is in the results that are about orders and products. */
    void details(Facts facts) {
        details.add(facts);
    }

    /** @return whether it is about orders or products */
    boolean read(JsonNode node) {
        node.path("orders").forEach(this::order);
        node.path("products").forEach(this::product);
        if (node.has("items") && node.has("status")) {
            order(node);
        } else if (node.has("variants") && node.has("name")) {
            product(node);
        } else {
            return node.has("orders") || node.has("products");
        }
        return true;
    }

    private void order(JsonNode order) {
        String id = Identifiers.normal(Claim.Kind.ORDER, order.path("id").asText());
        JsonNode before = orders.get(id);
        boolean saysLess = before != null
                && before.has("shipments")
                && !order.has("shipments")
                && before.path("status").equals(order.path("status"));
        if (!saysLess) {
            orders.put(id, order);
        }
    }

    private void product(JsonNode product) {
        Facts facts = facts(product.path("name").asText());
        for (String price : List.of("priceFrom", "priceTo")) {
            if (product.has(price)) {
                facts.amount(product.path(price).decimalValue(), Optional.empty());
            }
        }
        if (product.has("available")) {
            facts.state(availability(product.path("available").asBoolean(), 1));
        }
        for (JsonNode variant : product.path("variants")) {
            variant(product.path("name").asText(), variant, facts);
        }
    }

    private void variant(String product, JsonNode variant, Facts facts) {
        Facts own = new Facts();
        own.amount(variant.path("price").decimalValue(), Optional.empty());
        long stock = variant.path("stock").asLong(1);
        if (variant.has("stock")) {
            own.count(stock, "stock");
        }
        own.state(availability(variant.path("available").asBoolean(), stock));
        facts.add(own);
        List<String> options = options(variant);
        variants.add(new Thing(Thing.Type.VARIANT, String.join(" ", options), options, own, Set.of(fold(product))));
    }

    private void ordered(String product, JsonNode item, Facts parcel) {
        Facts own = new Facts();
        own.add(parcel);
        own.amount(item.path("price").decimalValue(), Optional.empty());
        List<String> options = options(item);
        if (!options.isEmpty()) {
            variants.add(new Thing(Thing.Type.VARIANT, String.join(" ", options), options, own, Set.of(fold(product))));
        }
    }

    private static List<String> options(JsonNode of) {
        List<String> options = new ArrayList<>();
        of.path("options").forEach(value -> options.add(fold(value.asText())));
        return options;
    }

    /**
     * What was done to an order since the tools told of it.
     *
     * @param kind the tool's name
     */
    void done(String kind, String order) {
        switch (kind) {
            case "cancelOrder" -> done.put(order, "cancelled");
            case "returnItems" -> done.put(order, "return_requested");
            case "exchangeItems" -> done.put(order, "exchange_requested");
            default -> {
                // The others leave the order where it was.
            }
        }
    }

    /** A proposal tells prices of products that nothing else may tell: "A (small), 5.00 → A (large), 6.00". */
    void cardLine(String value) {
        FoldedText line = FoldedText.of(value);
        lines.add(line);
    }

    private void prices(FoldedText line) {
        for (String part : line.original().split("→", -1)) {
            FoldedText text = FoldedText.of(part);
            Vocabulary vocabulary = Vocabulary.get();
            products.forEach((name, facts) -> {
                if (text.folded().contains(name)) {
                    vocabulary.languages(text).forEach(language -> facts.text(vocabulary.read(text, language)));
                }
            });
        }
    }

    private static Set<Status> availability(boolean available, long stock) {
        return Set.of(available && stock > 0 ? Status.AVAILABLE : Status.OUT_OF_STOCK);
    }

    private Facts facts(String product) {
        kin.computeIfAbsent(fold(product), any -> new HashSet<>()).add(fold(product));
        return products.computeIfAbsent(fold(product), any -> new Facts());
    }

    private static String fold(String name) {
        return FoldedText.fold(name);
    }

    /** Reads the orders, now that it is known what was told last. */
    void finish() {
        List<Thing> found = new ArrayList<>();
        // What was done is known also of an order that no tool told of in this conversation.
        done.forEach((id, status) -> orders.putIfAbsent(
                id, Json.mapper().createObjectNode().put("id", id).put("status", status)));
        orders.forEach(
                (id, order) -> found.add(new Thing(Thing.Type.ORDER, id, List.of(), order(id, order), Set.of(id))));
        lines.forEach(this::prices);
        products.forEach((name, facts) ->
                found.add(new Thing(Thing.Type.PRODUCT, name, List.of(), facts, Set.copyOf(kin.get(name)))));
        found.addAll(variants);
        if (orders.size() > 1) {
            details.count(orders.size(), "order");
            // "Your two orders": what was cancelled is often not counted.
            details.count(
                    orders.values().stream()
                            .filter(order -> !order.path("status").asText().equals("cancelled"))
                            .count(),
                    "order");
        }
        things = List.copyOf(found);
    }

    private Facts order(String id, JsonNode order) {
        Facts facts = new Facts();
        date(order.path("placedAt"), Facts.Role.PLACED, facts);
        Set<Status> base = base(id, order);
        Map<String, Facts> parcels = new LinkedHashMap<>();
        // A parcel that does not tell what is in it may hold any item.
        List<Facts> anything = new ArrayList<>();
        for (JsonNode shipment : order.path("shipments")) {
            Facts parcel = parcel(shipment, base);
            facts.add(parcel);
            shipment.path("variantIds").forEach(variant -> parcels.put(variant.asText(), parcel));
            if (shipment.path("variantIds").isEmpty()) {
                anything.add(parcel);
            }
        }
        if (order.path("shipments").isEmpty()) {
            facts.state(base);
        }
        money(order, facts);
        facts.count(order.path("itemCount").asLong(order.path("items").size()), "item");
        if (order.has("shipments")) {
            facts.count(order.path("shipments").size(), "parcel");
            order.path("shipments")
                    .forEach(shipment -> facts.count(shipment.path("variantIds").size(), "item"));
        }
        Map<String, Integer> pieces = new LinkedHashMap<>();
        for (JsonNode item : order.path("items")) {
            String name = item.isTextual() ? item.asText() : item.path("name").asText();
            Facts product = facts(name);
            kin.get(fold(name)).add(id);
            pieces.merge(name, 1, Integer::sum);
            date(order.path("placedAt"), Facts.Role.PLACED, product);
            Facts parcel = parcels.get(item.path("variantId").asText());
            if (parcel == null && anything.isEmpty()) {
                product.state(base);
            } else if (parcel == null) {
                anything.forEach(product::add);
            } else {
                product.add(parcel);
            }
            if (item.isTextual() && order.has("total")) {
                product.amount(order.path("total").decimalValue(), Optional.empty());
            }
            if (item.has("price")) {
                product.amount(item.path("price").decimalValue(), Optional.empty());
                ordered(name, item, parcel == null ? all(anything) : parcel);
            }
        }
        pieces.forEach((name, number) -> {
            facts.count(number, "pieces");
            Facts product = facts(name);
            product.count(number, "pieces");
            // So many pieces of one price are said together: "the two chairs came to 80".
            List<BigDecimal> prices = new ArrayList<>(product.amounts.keySet());
            prices.forEach(price -> product.amount(price.multiply(BigDecimal.valueOf(number)), Optional.empty()));
        });
        return facts;
    }

    private static Facts all(List<Facts> several) {
        Facts all = new Facts();
        several.forEach(all::add);
        return all;
    }

    private void money(JsonNode order, Facts facts) {
        Optional<String> currency = Optional.of(order.path("currency").asText()).filter(code -> !code.isEmpty());
        if (order.has("total")) {
            facts.total(order.path("total").decimalValue(), currency);
        }
        order.path("totals").properties().forEach(total -> {
            if (!total.getKey().equals("itemCount")) {
                facts.total(total.getValue().decimalValue(), currency);
            }
        });
        order.path("items").forEach(item -> {
            if (item.has("price")) {
                facts.amount(item.path("price").decimalValue(), currency);
            }
        });
        for (JsonNode payment : order.path("payments")) {
            BigDecimal amount = payment.path("amount").decimalValue();
            facts.total(amount, currency);
            if (isRefund(payment)) {
                facts.refunds.add(Numbers.plain(amount));
            }
        }
        if (order.path("exchange").has("priceDifference")) {
            loose.amount(order.path("exchange").path("priceDifference").decimalValue(), currency);
        }
        BigDecimal refunded = facts.refunds.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (refunded.signum() > 0) {
            facts.refunds.add(Numbers.plain(refunded));
        }
    }

    private static boolean isRefund(JsonNode payment) {
        return payment.path("type").asText().equals("refund");
    }

    private Set<Status> base(String id, JsonNode order) {
        Set<Status> states = EnumSet.noneOf(Status.class);
        switch (done.getOrDefault(id, order.path("status").asText())) {
            case "pending" -> states.addAll(Set.of(Status.PENDING, Status.PREPARING));
            case "processed" -> {
                states.add(Status.PROCESSED);
                if (!order.has("shipments")) {
                    states.addAll(Set.of(Status.SHIPPED, Status.TRANSIT));
                } else if (order.path("shipments").isEmpty()) {
                    states.add(Status.PREPARING);
                }
            }
            case "delivered" -> states.addAll(Set.of(Status.SHIPPED, Status.DELIVERED));
            case "cancelled" -> states.add(Status.CANCELLED);
            case "return_requested" -> states.addAll(Set.of(Status.SHIPPED, Status.DELIVERED, Status.RETURN_REQUESTED));
            case "exchange_requested" ->
                states.addAll(Set.of(Status.SHIPPED, Status.DELIVERED, Status.EXCHANGE_REQUESTED));
            default -> {
                // An unknown status vouches for none that a sentence could name.
            }
        }
        for (JsonNode payment : order.path("payments")) {
            if (isRefund(payment)) {
                states.add(Status.REFUNDED);
            }
        }
        return states;
    }

    private Facts parcel(JsonNode shipment, Set<Status> base) {
        Facts facts = new Facts();
        Set<Status> states = EnumSet.noneOf(Status.class);
        states.addAll(base);
        String status = shipment.path("status").asText();
        switch (status) {
            case "label_created" -> states.addAll(Set.of(Status.LABEL, Status.PREPARING));
            case "out_for_delivery" -> states.addAll(Set.of(Status.SHIPPED, Status.TRANSIT, Status.OUT));
            case "delivered" -> states.addAll(Set.of(Status.SHIPPED, Status.DELIVERED));
            case "delayed" -> states.addAll(Set.of(Status.SHIPPED, Status.TRANSIT, Status.DELAYED));
            case "returned" -> states.add(Status.RETURNED);
            default -> states.addAll(Set.of(Status.SHIPPED, Status.TRANSIT));
        }
        // Whatever is under way was packed before.
        states.add(Status.LABEL);
        date(shipment.path("expectedAt"), Facts.Role.EXPECTED, facts)
                .filter(expected -> expected.isBefore(today) && !states.contains(Status.DELIVERED))
                .ifPresent(expected -> states.add(Status.DELAYED));
        if (!states.contains(Status.DELAYED)) {
            states.add(Status.PUNCTUAL);
        }
        for (JsonNode event : shipment.path("events")) {
            boolean delivered = event.path("status").asText().equals("delivered");
            date(event.path("at"), delivered ? Facts.Role.DELIVERED : Facts.Role.OTHER, facts);
        }
        facts.state(states);
        shipment.path("trackingNumbers")
                .forEach(code -> facts.codes.add(Identifiers.normal(Claim.Kind.TRACKING, code.asText())));
        return facts;
    }

    private static Optional<LocalDate> date(JsonNode instant, Facts.Role role, Facts facts) {
        Optional<LocalDate> date =
                EvidenceReader.instant(instant.asText()).map((Instant at) -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        date.ifPresent(day -> facts.date(role, day));
        return date;
    }

    List<Thing> things() {
        return things;
    }

    Facts loose() {
        return loose;
    }

    Facts records() {
        Facts all = new Facts();
        all.add(details);
        things.forEach(thing -> all.add(thing.facts()));
        return all;
    }
}
