package io.attendant.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.shared.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A shop in which everything can be proposed: shoppers with a card, an account and a gift card, each with an order of two
 * kettles. Works over HTTP only, and knows what must hold of its money whatever was done.
 */
public final class ActionShop {
    public static final String CARD = "card";
    public static final String PAYPAL = "paypal";
    public static final String GIFT = "gift";

    private static final String ADDRESS = """
            {"line1":"7 Quay Road","line2":"","city":"Porto","state":"","postalCode":"4050-001","country":"PT"}""";

    private final Attendant attendant;
    private final Map<String, String> admin;

    public ActionShop(Attendant attendant) {
        this.attendant = attendant;
        this.admin = Attendant.bearer(attendant.token("owner", "admin"));
    }

    /** Somebody with one order. */
    public record Shopper(String id, String orderId) {
        static Shopper numbered(int number) {
            return new Shopper("shopper" + number, "#K" + number);
        }
    }

    public void loadCatalogue() {
        load("products", read("""
                {"id":"K","name":"Kettle","category":"Kitchen","variants":[
                  {"id":"KA","options":{"size":"small"},"available":true,"price":30.00},
                  {"id":"KB","options":{"size":"large"},"available":true,"price":35.50},
                  {"id":"KC","options":{"size":"tiny"},"available":true,"price":28.00}]}"""));
    }

    /** Brings in so many new shoppers, their orders paid by card and gift card. */
    public List<Shopper> shoppers(int count) {
        return shoppers(count, List.of(CARD, GIFT));
    }

    /** Brings in so many new shoppers, each with a pending order that these methods paid. */
    public List<Shopper> shoppers(int count, List<String> paidBy) {
        int first = export("customers").size();
        List<Shopper> shoppers = IntStream.range(first, first + count)
                .mapToObj(Shopper::numbered)
                .toList();
        load("customers", shoppers.stream().map(ActionShop::customer).toArray(JsonNode[]::new));
        load(
                "orders",
                shoppers.stream()
                        .map(shopper -> order(shopper, shopper.orderId(), paidBy))
                        .toArray(JsonNode[]::new));
        return shoppers;
    }

    public Shopper shopper() {
        return shoppers(1).getFirst();
    }

    private static ObjectNode customer(Shopper shopper) {
        ObjectNode customer = read("""
                {"firstName":"Sol","lastName":"Amaro","paymentMethods":[
                   {"id":"card","kind":"credit_card","brand":"visa","lastFour":"4242"},
                   {"id":"paypal","kind":"paypal"},
                   {"id":"gift","kind":"gift_card","balance":100.00}]}""");
        customer.put("id", shopper.id()).put("email", shopper.id() + "@example.com");
        customer.set("address", read(ADDRESS));
        return customer;
    }

    /** A pending order of 58.00; of two methods the second paid 20.00 of it. */
    public static ObjectNode order(Shopper shopper, String orderId, List<String> paidBy) {
        ObjectNode order = read("""
                {"status":"pending","shipments":[],"items":[
                   {"productId":"K","variantId":"KA","name":"Kettle","options":{"size":"small"},"price":30.00},
                   {"productId":"K","variantId":"KC","name":"Kettle","options":{"size":"tiny"},"price":28.00}]}""");
        order.put("id", orderId).put("customerId", shopper.id());
        order.set("shippingAddress", read(ADDRESS));
        ArrayNode payments = order.putArray("payments");
        List<String> amounts = paidBy.size() == 1 ? List.of("58.00") : List.of("38.00", "20.00");
        for (int i = 0; i < paidBy.size(); i++) {
            payments.add(payment("payment", amounts.get(i), paidBy.get(i)));
        }
        return order;
    }

    public static ObjectNode payment(String type, String amount, String paymentMethodId) {
        return Json.mapper()
                .createObjectNode()
                .put("type", type)
                .put("amount", new BigDecimal(amount))
                .put("paymentMethodId", paymentMethodId);
    }

    public static ObjectNode read(String json) {
        return (ObjectNode) Shop.parse(json);
    }

    /** Imports rows as the shop's owner. */
    public void load(String kind, JsonNode... rows) {
        Attendant.Answer imported = upload(kind, rows);
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
    }

    /** Imports rows, whatever comes of it. */
    public Attendant.Answer upload(String kind, JsonNode... rows) {
        return attendant.send(
                "POST",
                "/api/admin/import?format=json&kind=" + kind,
                "application/json",
                Arrays.toString(rows).getBytes(StandardCharsets.UTF_8),
                admin);
    }

    /** All rows of a kind by id, amounts at two decimals. */
    public Map<String, ObjectNode> export(String kind) {
        Map<String, ObjectNode> rows = new LinkedHashMap<>();
        Shop.parse(admin("/api/admin/export/" + kind).text())
                .forEach(row -> rows.put(row.path("id").asText(), (ObjectNode) row));
        return rows;
    }

    public ObjectNode export(String kind, String id) {
        return read(
                admin("/api/admin/export/" + kind + "/" + Attendant.encoded(id)).text());
    }

    /** Everything that an action could change, and all else. */
    public Map<String, Map<String, ObjectNode>> exportAll() {
        Map<String, Map<String, ObjectNode>> all = new TreeMap<>();
        for (String kind : List.of("customers", "products", "orders")) {
            all.put(kind, export(kind));
        }
        return all;
    }

    /** Asks as the shop's owner. */
    public Attendant.Answer admin(String path) {
        Attendant.Answer answer = attendant.get(path, admin);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer;
    }

    /**
     * Checks that what is paid for each order and not refunded is what its items cost, and nothing once it is cancelled.
     *
     * @return what each customer's gift cards hold or have paid for; only an import can change it
     */
    public Map<String, BigDecimal> checkMoney() {
        Map<String, BigDecimal> cards = new TreeMap<>();
        Map<String, ObjectNode> customers = export("customers");
        customers.forEach((id, customer) -> customer.path("paymentMethods")
                .forEach(method -> cards.merge(id, money(method.path("balance")), BigDecimal::add)));
        export("orders").forEach((id, order) -> {
            String customerId = order.path("customerId").asText();
            BigDecimal paid = BigDecimal.ZERO;
            for (JsonNode payment : order.path("payments")) {
                BigDecimal amount = money(payment.path("amount"));
                BigDecimal moved = payment.path("type").asText().equals("payment") ? amount : amount.negate();
                paid = paid.add(moved);
                if (isGiftCard(customers.get(customerId), payment.path("paymentMethodId"))) {
                    cards.merge(customerId, moved, BigDecimal::add);
                }
            }
            BigDecimal due = BigDecimal.ZERO;
            if (!order.path("status").asText().equals("cancelled")) {
                for (JsonNode item : order.path("items")) {
                    due = due.add(money(item.path("price")));
                }
            }
            assertThat(paid).as("paid for " + order).isEqualByComparingTo(due);
        });
        return cards;
    }

    private static boolean isGiftCard(JsonNode customer, JsonNode paymentMethodId) {
        for (JsonNode method : customer.path("paymentMethods")) {
            if (method.path("id").equals(paymentMethodId)) {
                return method.path("kind").asText().equals("gift_card");
            }
        }
        return false;
    }

    private static BigDecimal money(JsonNode amount) {
        return amount.isMissingNode() ? BigDecimal.ZERO.setScale(2) : amount.decimalValue();
    }

    /** A card that a shopper sees. */
    public record Proposal(Attendant attendant, Attendant.Chat chat, String actionId) {
        public Attendant.Answer confirm() {
            return decide("confirm");
        }

        public Attendant.Answer decline() {
            return decide("decline");
        }

        private Attendant.Answer decide(String decision) {
            return attendant.post(chat.path() + "/actions/" + actionId, Map.of("decision", decision), chat.headers());
        }

        /** Confirms, and expects an answer. */
        public Outcome confirmed() {
            return Outcome.of(confirm());
        }
    }

    /** What became of a proposal; no code when it was executed or declined. */
    public record Outcome(String status, String code) {
        public static final Outcome EXECUTED = new Outcome("executed", "");

        public static Outcome failed(String code) {
            return new Outcome("failed", code);
        }

        public static Outcome of(Attendant.Answer answer) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return new Outcome(answer.json().path("status").asText(), answer.code());
        }
    }

    /** Proposes in a conversation of its own. */
    public Proposal propose(Shopper shopper, Move move) {
        return propose(attendant.shopper(shopper.id()), move);
    }

    public Proposal propose(Attendant.Chat chat, Move move) {
        Attendant.Answer answer = chat.ask(move.message());
        List<JsonNode> cards = events(answer.json(), "action.proposed");
        assertThat(cards).as(answer.text()).hasSize(1);
        return proposal(chat, cards.getFirst());
    }

    /** The card of an event. */
    public Proposal proposal(Attendant.Chat chat, JsonNode card) {
        return new Proposal(attendant, chat, card.path("actionId").asText());
    }

    /** The data of a turn's events of one type. */
    public static List<JsonNode> events(JsonNode answer, String type) {
        return answer.path("events").findParents("event").stream()
                .filter(event -> event.path("event").asText().equals(type))
                .map(event -> event.path("data"))
                .toList();
    }
}
