package io.attendant.assistant.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import io.attendant.testsupport.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The demo shop's goods and articles, and for each language a shopper with the same seven orders. */
final class ScriptShop {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl");

    private ScriptShop() {}

    static void load() {
        Shop.load("products", demo("products"));
        Shop.load("articles", demo("articles"));
        Shop.load(
                "customers",
                Json.write(LANGUAGES.stream().map(ScriptShop::customer).toList()));
        Shop.load(
                "orders",
                Json.write(LANGUAGES.stream()
                        .flatMap(language -> orders(language).stream())
                        .toList()));
    }

    /** What the scripts of a language call its orders and the like. */
    static Map<String, String> names(String language) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> orders = List.of("shipped", "throw", "notebook", "towels", "lamp", "jacket", "refunded");
        for (int i = 0; i < orders.size(); i++) {
            names.put(orders.get(i), order(language, i + 1));
        }
        names.put("tracking", tracking(language));
        names.put("email", email(language));
        return names;
    }

    static String shopper(String language) {
        return "shopper_" + language;
    }

    private static String email(String language) {
        return "shopper." + language + "@example.com";
    }

    private static String order(String language, int number) {
        return "#B" + (LANGUAGES.indexOf(language) + 1) + "0" + number;
    }

    private static String tracking(String language) {
        return "NL55" + (LANGUAGES.indexOf(language) + 1) + "7120";
    }

    private static JsonNode customer(String language) {
        return read("""
                {"id":"%s","email":"%s","firstName":"Robin","lastName":"Vale","locale":"%s",
                 "address":{"line1":"4 Mill Lane","line2":"","city":"Leiden","state":"","postalCode":"2311 AB","country":"NL"},
                 "paymentMethods":[{"id":"card","kind":"credit_card","brand":"visa","lastFour":"4242"},
                                   {"id":"paypal","kind":"paypal"},
                                   {"id":"gift","kind":"gift_card","balance":150.00}]}""".formatted(shopper(language), email(language), language));
    }

    private static List<JsonNode> orders(String language) {
        String kettle = item("P1003", "P1003-02", "Pebble electric kettle", "{\"color\":\"black\"}", "49.90");
        String wool = item("P1102", "P1102-02", "Fold wool throw", "{\"color\":\"grey\"}", "79.00");
        String notebook = item(
                "P1901",
                "P1901-01",
                "Margin notebook",
                "{\"size\":\"A5\",\"ruling\":\"dotted\",\"color\":\"moss\"}",
                "16.90");
        String towels = item("P1104", "P1104-01", "Tidal towel set", "{\"color\":\"teal\"}", "49.00");
        String lamp = item("P1301", "P1301-01", "Glimmer portable lamp", "{\"color\":\"moss\"}", "69.00");
        String robe =
                item("P1802", "P1802-02", "Cloud waffle bathrobe", "{\"color\":\"mint\",\"size\":\"M\"}", "69.00");
        String jacket =
                item("P1606", "P1606-03", "Squall rain jacket", "{\"color\":\"ochre\",\"size\":\"M\"}", "129.00");
        String chair = item("P1204", "P1204-03", "Nook reading chair", "{\"color\":\"stone grey\"}", "389.00");
        String parcel = """
                {"trackingNumbers":["%s"],"variantIds":["P1003-02"],"carrier":"Northline","status":"in_transit"}""".formatted(tracking(language));
        return List.of(
                order(language, 1, "processed", parcel, "49.90", kettle),
                order(language, 2, "pending", "", "79.00", wool),
                order(language, 3, "pending", "", "16.90", notebook),
                order(language, 4, "pending", "", "49.00", towels),
                order(language, 5, "delivered", "", "138.00", lamp, robe),
                order(language, 6, "delivered", "", "129.00", jacket),
                order(language, 7, "cancelled", "", "389.00", chair));
    }

    private static JsonNode order(
            String language, int number, String status, String shipment, String total, String... items) {
        String refund = status.equals("cancelled")
                ? ",{\"type\":\"refund\",\"amount\":" + total + ",\"paymentMethodId\":\"card\"}"
                : "";
        return read("""
                {"id":"%s","customerId":"%s","status":"%s","placedAt":"2026-11-0%dT09:30:00Z",
                 "shippingAddress":{"line1":"4 Mill Lane","line2":"","city":"Leiden","state":"","postalCode":"2311 AB","country":"NL"},
                 "items":[%s],"shipments":[%s],
                 "payments":[{"type":"payment","amount":%s,"paymentMethodId":"card"}%s]}""".formatted(
                        order(language, number),
                        shopper(language),
                        status,
                        number,
                        String.join(",", items),
                        shipment,
                        total,
                        refund));
    }

    private static String item(String product, String variant, String name, String options, String price) {
        return """
                {"productId":"%s","variantId":"%s","name":"%s","options":%s,"price":%s}""".formatted(product, variant, name, options, price);
    }

    private static String demo(String kind) {
        String path = "/demo/" + kind + ".json";
        try (var file = Objects.requireNonNull(ScriptShop.class.getResourceAsStream(path), path)) {
            // The demo shop's times are relative to its loading.
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("now-P\\w+", "2026-11-01T00:00:00Z");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        return Shop.parse(json);
    }
}
