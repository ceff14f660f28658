package io.attendant.assistant.guard.claims;

import io.attendant.catalog.ProductData;
import io.attendant.catalog.Variant;
import io.attendant.customers.Address;
import io.attendant.orders.OrderData;
import io.attendant.orders.OrderItem;
import io.attendant.orders.OrderStatus;
import io.attendant.orders.Payment;
import io.attendant.orders.Shipment;
import io.attendant.shared.Json;
import io.attendant.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random order, product and article, as the tools give them. */
record RandomShop(OrderData order, ProductData product, LocalDate today, int days, BigDecimal fee, int percent) {
    private static final List<String> NAMES = List.of(
            "Alder bench", "Brook kettle", "Cinder stove", "Dune blanket", "Elm shelf", "Fjord parka", "Gorse rug");

    static RandomShop of(Random random) {
        LocalDate today = LocalDate.of(2026, 1, 20).plusDays(random.nextInt(300));
        List<OrderItem> items = new ArrayList<>();
        int pieces = 2 + random.nextInt(4);
        for (int piece = 0; piece < pieces; piece++) {
            items.add(
                    new OrderItem("P" + piece, "V" + piece, NAMES.get(piece), Map.of("color", "green"), price(random)));
        }
        LocalDate placed = today.minusDays(3L + random.nextInt(6));
        LocalDate expected = today.plusDays(2L + random.nextInt(6));
        Shipment shipment = new Shipment(
                List.of("NL" + (100_000_000 + random.nextInt(800_000_000)) + "X"),
                items.stream().map(OrderItem::variantId).toList(),
                "Northline",
                Shipment.Status.in_transit,
                expected.atTime(17, 0).toInstant(ZoneOffset.UTC),
                List.of());
        Money total = Money.sum(items.stream().map(OrderItem::price).toList());
        OrderData order = new OrderData(
                "#R" + (10_000 + random.nextInt(80_000)),
                "ada",
                OrderStatus.processed,
                placed.atTime(10, 30).toInstant(ZoneOffset.UTC),
                null,
                null,
                new Address("Elm Road", "", "Bath", "", "BA1", "GB"),
                items,
                List.of(shipment),
                List.of(new Payment(Payment.Type.payment, total, "card_ada")),
                null,
                null,
                null,
                null);
        ProductData product = new ProductData(
                "P9",
                NAMES.getLast(),
                "Home",
                null,
                null,
                List.of(),
                List.of(new Variant("V9", Map.of("color", "grey"), true, 20 + random.nextInt(70), price(random))));
        return new RandomShop(
                order,
                product,
                today,
                20 + random.nextInt(70),
                BigDecimal.valueOf(300 + random.nextInt(600), 2),
                10 + random.nextInt(80));
    }

    private static Money price(Random random) {
        return new Money(BigDecimal.valueOf(1_000 + random.nextInt(random.nextBoolean() ? 9_000 : 190_000), 2));
    }

    Evidence evidence(String currency, String sign) {
        Map<String, Object> totals = Map.of("itemCount", order.items().size(), "items", order.total());
        com.fasterxml.jackson.databind.node.ObjectNode result =
                (com.fasterxml.jackson.databind.node.ObjectNode) Json.tree(order);
        result.set("totals", Json.tree(totals));
        String body = "Returns are possible within %d days. The label costs %s %s. Students get %d %% off."
                .formatted(days, fee.toPlainString(), sign, percent);
        return Evidence.builder(today, currency)
                .toolResult("getOrderDetails", Json.write(Map.of("orderId", order.id())), result.toString())
                .toolResult("getProductDetails", "{\"productId\":\"P9\"}", Json.write(product))
                .toolResult(
                        "searchHelp",
                        "{\"query\":\"returns\"}",
                        Json.write(
                                Map.of("articles", List.of(Map.of("id", "returns", "title", "Returns", "body", body)))))
                .build();
    }
}
