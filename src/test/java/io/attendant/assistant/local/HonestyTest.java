package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.shared.Json;
import io.attendant.shared.wording.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the tools give, no answer holds a figure that they didn't; {@link Talk} checks it. */
class HonestyTest {
    private static final int SHOPS = 8;
    private static final List<String> STATUSES = List.of(
            "pending", "processed", "delivered", "cancelled", "return_requested", "exchange_requested", "on_hold");
    private static final List<String> PARCELS = List.of(
            "label_created", "in_transit", "out_for_delivery", "delivered", "delayed", "returned", "lost_at_sea");
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "PLN", "JPY", "XQZ");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFigureComesFromATool(Language language) {
        Random random = new Random(language.ordinal());
        for (int i = 0; i < SHOPS; i++) {
            Talk talk = new Talk(shop(random));
            questions(language)
                    .forEach(question -> assertThat(talk.say(question).text()).isNotBlank());
        }
    }

    private static List<String> questions(Language language) {
        return switch (language) {
            case en ->
                List.of(
                        "where is my order",
                        "and the other one?",
                        "what's in it",
                        "my orders",
                        "refund status of my order",
                        "looking for a lamp",
                        "how much is the first one",
                        "is it in stock",
                        "tell me more about it",
                        "shipping costs",
                        "talk to a human");
            case de ->
                List.of(
                        "Wo ist meine Bestellung",
                        "und die andere?",
                        "was ist in der Bestellung",
                        "meine Bestellungen",
                        "wo ist meine Erstattung",
                        "ich suche eine Lampe",
                        "was kostet die erste",
                        "ist die auf Lager",
                        "mehr Infos dazu",
                        "Versandkosten",
                        "ich will mit einem Menschen sprechen");
            case fr ->
                List.of(
                        "où est ma commande",
                        "et l'autre ?",
                        "que contient ma commande",
                        "mes commandes",
                        "où est mon remboursement",
                        "je cherche une lampe",
                        "combien coûte le premier",
                        "est-ce en stock",
                        "plus de détails",
                        "frais de livraison",
                        "parler à un conseiller");
            case es ->
                List.of(
                        "dónde está mi pedido",
                        "¿y el otro?",
                        "qué contiene mi pedido",
                        "mis pedidos",
                        "dónde está mi reembolso",
                        "busco una lámpara",
                        "cuánto cuesta el primero",
                        "está en stock",
                        "más información",
                        "gastos de envío",
                        "hablar con una persona");
            case it ->
                List.of(
                        "dov'è il mio ordine",
                        "e l'altro?",
                        "cosa contiene il mio ordine",
                        "i miei ordini",
                        "dov'è il mio rimborso",
                        "cerco una lampada",
                        "quanto costa il primo",
                        "è disponibile",
                        "più informazioni",
                        "spese di spedizione",
                        "parlare con una persona");
            case pt ->
                List.of(
                        "onde está o meu pedido",
                        "e o outro?",
                        "o que contém o meu pedido",
                        "meus pedidos",
                        "onde está o meu reembolso",
                        "procuro uma lâmpada",
                        "quanto custa o primeiro",
                        "está disponível",
                        "mais informações",
                        "portes de envio",
                        "falar com uma pessoa");
            case nl ->
                List.of(
                        "waar is mijn bestelling",
                        "en de andere?",
                        "wat zit er in mijn bestelling",
                        "mijn bestellingen",
                        "waar is mijn terugbetaling",
                        "ik zoek een lamp",
                        "wat kost de eerste",
                        "is die op voorraad",
                        "vertel meer",
                        "verzendkosten",
                        "met een medewerker praten");
            case pl ->
                List.of(
                        "gdzie jest moje zamówienie",
                        "a to drugie?",
                        "co zawiera moje zamówienie",
                        "moje zamówienia",
                        "gdzie jest mój zwrot pieniędzy",
                        "szukam lampy",
                        "ile kosztuje pierwszy",
                        "czy to jest dostępne",
                        "więcej informacji",
                        "koszty wysyłki",
                        "porozmawiać z człowiekiem");
        };
    }

    private static FakeShop shop(Random random) {
        ArrayNode orders = array();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            orders.add(order(random, i));
        }
        int total = count + random.nextInt(30);
        ArrayNode products = array();
        for (int i = 0; i < random.nextInt(7); i++) {
            products.add(product(random, i));
        }
        return FakeShop.empty()
                .with(
                        "listMyOrders",
                        arguments -> object().put("total", total)
                                .set("orders", summaries(orders))
                                .toString())
                .with(
                        "getOrderDetails",
                        arguments -> byId(orders, arguments.path("orderId").asText(), "order_not_found"))
                .with(
                        "findProducts",
                        arguments -> object().put("total", products.size())
                                .set("products", products)
                                .toString())
                .with(
                        "getProductDetails",
                        arguments -> byId(products, arguments.path("productId").asText(), "product_not_found"))
                .with("searchHelp", arguments -> article(random.nextInt(2)))
                .with("handOffToHuman", arguments -> "{\"ticketId\":\"t-1\",\"position\":17}");
    }

    private static ObjectNode order(Random random, int number) {
        ObjectNode order = object().put("id", "#R" + (5_000_000 + 31 * number)).put("status", pick(random, STATUSES));
        maybe(random, () -> order.put("placedAt", time(random)));
        maybe(random, () -> order.put("currency", pick(random, CURRENCIES)));
        ArrayNode items = order.putArray("items");
        for (int i = 0; i <= random.nextInt(3); i++) {
            ObjectNode item = items.addObject().put("name", "Lamp " + i).put("price", amount(random));
            item.putObject("options").put("size", random.nextInt(60) + " cm");
        }
        ArrayNode shipments = order.putArray("shipments");
        for (int i = 0; i < random.nextInt(3); i++) {
            ObjectNode parcel = shipments.addObject();
            ArrayNode tracking = parcel.putArray("trackingNumbers");
            for (int j = 0; j < random.nextInt(3); j++) {
                tracking.add("T" + random.nextInt(1_000_000));
            }
            maybe(random, () -> parcel.put("carrier", "Carrier 24"));
            maybe(random, () -> parcel.put("status", pick(random, PARCELS)));
            maybe(random, () -> parcel.put("expectedAt", time(random)));
            maybe(random, () -> {
                ObjectNode event = parcel.putArray("events")
                        .addObject()
                        .put("at", time(random))
                        .put("status", "scan");
                maybe(random, () -> event.put("location", "Hub 9"));
                maybe(random, () -> event.put("text", "Left dock 12."));
            });
        }
        ArrayNode payments = order.putArray("payments");
        for (int i = 0; i < random.nextInt(3); i++) {
            payments.addObject()
                    .put("type", random.nextBoolean() ? "payment" : "refund")
                    .put("amount", amount(random));
        }
        return order;
    }

    private static ArrayNode summaries(ArrayNode orders) {
        ArrayNode summaries = array();
        orders.forEach(order -> {
            ObjectNode summary = summaries.addObject();
            for (String field : List.of("id", "status", "placedAt", "currency")) {
                if (order.has(field)) {
                    summary.set(field, order.get(field));
                }
            }
            summary.put("total", new BigDecimal("1234.50"))
                    .put("itemCount", order.get("items").size());
            summary.putArray("items").add("Lamp 3000");
        });
        return summaries;
    }

    private static ObjectNode product(Random random, int number) {
        BigDecimal from = amount(random);
        ObjectNode product = object().put("id", "P" + number)
                .put("name", "Lamp No. " + (100 + number))
                .put("description", "Needs 2 bulbs. Weighs 3.5 kg! Fits shelves of 40 cm?")
                .put("priceFrom", from)
                .put("priceTo", random.nextBoolean() ? from : from.add(BigDecimal.TEN))
                .put("available", random.nextBoolean());
        ArrayNode variants = product.putArray("variants");
        for (int i = 0; i < random.nextInt(8); i++) {
            ObjectNode variant = variants.addObject()
                    .put("id", "v" + i)
                    .put("available", random.nextBoolean())
                    .put("price", amount(random));
            maybe(random, () -> variant.put("stock", random.nextInt(500)));
            variant.putObject("options").put("height", (30 + i) + " cm");
        }
        return product;
    }

    private static String article(int number) {
        return number == 0 ? "{\"articles\":[],\"total\":0}" : """
                {"articles":[{"id":"a","title":"Shipping costs 2026","body":"1. Shipping costs 4.95 up to 5 kg.\\n2. Above 60.00 it \
                is free.\\n\\n| kg | price |\\n|---|---|\\n| 10 | 9.95 |"}],"total":1}""";
    }

    private static String byId(ArrayNode all, String id, String missing) {
        for (var node : all) {
            if (node.path("id").asText().equals(id)) {
                return node.toString();
            }
        }
        return FakeShop.refusal(missing);
    }

    private static void maybe(Random random, Runnable change) {
        if (random.nextInt(3) > 0) {
            change.run();
        }
    }

    private static String time(Random random) {
        return Instant.ofEpochSecond(1_767_225_600L + random.nextInt(30_000_000))
                .toString();
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 10_000 : 10_000_000), 2);
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static ArrayNode array() {
        return Json.mapper().createArrayNode();
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
