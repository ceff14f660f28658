package io.attendant.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.ActionShop.Outcome;
import io.attendant.testsupport.ActionShop.Proposal;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Move;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop changed between the card and its confirmation: what no longer is what the card says isn't done. */
@QuarkusTest
class ChangedInBetweenTest extends ActionTest {
    private Shopper shopper;

    @BeforeEach
    void someShopper() {
        shopper = goods.shoppers(2, List.of(ActionShop.CARD)).getFirst();
    }

    @Test
    void orderIsBeingPacked() {
        assertFails(
                Move.cancel(shopper.orderId()), order(order -> order.put("status", "processed")), "order_not_pending");
        assertFails(Move.swap(pendingAgain()), order(order -> order.put("status", "processed")), "order_not_pending");
        assertFails(
                Move.payBy(pendingAgain(), ActionShop.GIFT),
                order(order -> order.put("status", "delivered")),
                "order_not_pending");
        assertFails(
                Move.sendTo(pendingAgain(), "1 New Street"),
                order(order -> order.put("status", "processed")),
                "order_not_pending");
    }

    private String pendingAgain() {
        change("orders", shopper.orderId(), order -> order.put("status", "pending"));
        return shopper.orderId();
    }

    @Test
    void itemsWereChangedOnce() {
        assertFails(
                Move.cancel(shopper.orderId()),
                order(order -> order.put("itemsModified", true)),
                "order_already_modified");
    }

    @Test
    void deliveredOrderIsNoLonger() {
        change("orders", shopper.orderId(), order -> order.put("status", "delivered"));
        assertFails(
                Move.sendBack(shopper.orderId()),
                order(order -> order.put("status", "processed")),
                "order_not_delivered");
        change("orders", shopper.orderId(), order -> order.put("status", "delivered"));
        assertFails(
                Move.exchange(shopper.orderId()),
                order(order -> order.put("status", "cancelled")),
                "order_not_delivered");
    }

    @Test
    void priceInTheCatalogueRose() {
        assertFails(
                Move.swap(shopper.orderId()),
                variant(1, variant -> variant.put("price", new BigDecimal("36.00"))),
                "order_changed");
    }

    @Test
    void priceInTheCatalogueFell() {
        assertFails(
                Move.swap(shopper.orderId()),
                variant(1, variant -> variant.put("price", new BigDecimal("30.00"))),
                "order_changed");
    }

    @Test
    void replacementIsSoldOut() {
        assertFails(
                Move.swap(shopper.orderId()),
                variant(1, variant -> variant.put("available", false)),
                "replacement_unavailable");
        change(
                "products",
                "K",
                product -> ((ObjectNode) product.path("variants").path(1)).put("available", true));
        assertFails(
                Move.swap(shopper.orderId()),
                variant(1, variant -> variant.put("stock", 0)),
                "replacement_unavailable");
    }

    @Test
    void itemsAreOthers() {
        assertFails(
                Move.swap(shopper.orderId()),
                order(order -> ((ArrayNode) order.path("items")).remove(0)),
                "item_not_in_order");
        assertFails(
                Move.cancel(shopper.orderId()),
                order(order -> ((ObjectNode) order.path("items").path(0)).put("price", new BigDecimal("28.01"))),
                "order_changed");
    }

    @Test
    void paymentsAreOthers() {
        assertFails(
                Move.cancel(shopper.orderId()),
                order(order -> ((ArrayNode) order.path("payments"))
                        .add(ActionShop.payment("refund", "5.00", ActionShop.CARD))),
                "order_changed");
        assertFails(
                Move.payBy(otherOrder(), ActionShop.PAYPAL),
                () -> change(
                        "orders",
                        otherOrder(),
                        order -> ((ArrayNode) order.path("payments"))
                                .add(ActionShop.payment("payment", "1.00", ActionShop.CARD))),
                "payment_already_changed");
    }

    private String otherOrder() {
        String id = shopper.orderId() + "-2";
        if (!goods.export("orders").containsKey(id)) {
            goods.load("orders", ActionShop.order(shopper, id, List.of(ActionShop.CARD)));
        }
        return id;
    }

    @Test
    void giftCardIsSpent() {
        assertFails(Move.payBy(shopper.orderId(), ActionShop.GIFT), giftCard("57.99"), "gift_card_insufficient");
        assertFails(Move.swap(shopper.orderId()), giftCard("5.49"), "gift_card_insufficient");
    }

    @Test
    void paymentMethodIsGone() {
        assertFails(
                Move.payBy(shopper.orderId(), ActionShop.PAYPAL),
                customer(customer -> ((ArrayNode) customer.path("paymentMethods")).remove(1)),
                "payment_method_not_found");
    }

    /** The money would no longer go to a gift card, so the card told another thing. */
    @Test
    void giftCardIsGone() {
        goods.load("orders", ActionShop.order(shopper, shopper.orderId(), List.of(ActionShop.CARD, ActionShop.GIFT)));
        assertFails(
                Move.cancel(shopper.orderId()),
                customer(customer -> ((ArrayNode) customer.path("paymentMethods")).remove(2)),
                "order_changed");
    }

    @Test
    void orderIsSomebodyElses() {
        assertFails(
                Move.cancel(shopper.orderId()), order(order -> order.put("customerId", "shopper3")), "order_not_found");
    }

    @Test
    void whatTheCardDoesNotSayMayChange() {
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));

        change("orders", shopper.orderId(), order -> order.put("note", "leave at the door"));
        change("products", "K", product -> product.put("name", "Water Kettle"));
        giftCard("0.00").run();

        assertThat(cancel.confirmed()).isEqualTo(Outcome.EXECUTED);
        ObjectNode order = goods.export("orders", shopper.orderId());
        assertThat(order.path("status").asText()).isEqualTo("cancelled");
        assertThat(order.path("note").asText()).isEqualTo("leave at the door");
        goods.checkMoney();
    }

    @Test
    void firstAnswerStaysWhateverHappensToTheOrderLater() {
        Proposal move = goods.propose(shopper, Move.sendTo(shopper.orderId(), "1 New Street"));
        Attendant.Answer first = move.confirm();
        assertThat(first.json()
                        .path("order")
                        .path("shippingAddress")
                        .path("line1")
                        .asText())
                .isEqualTo("1 New Street");

        change(
                "orders",
                shopper.orderId(),
                order -> order.put("status", "delivered").put("note", "gone"));
        assertThat(move.confirm().text()).isEqualTo(first.text());
        assertThat(move.decline().text()).isEqualTo(first.text());
        assertThat(goods.propose(shopper, Move.sendBack(shopper.orderId())).confirmed())
                .isEqualTo(Outcome.EXECUTED);
        assertThat(move.confirm().text()).isEqualTo(first.text());
    }

    /** What failed once is not done later, though the shop would allow it again. */
    private void assertFails(Move move, Runnable change, String code) {
        ObjectNode order = goods.export("orders", move.args().get("orderId").toString());
        Proposal proposal = goods.propose(shopper, move);
        change.run();
        Map<String, Map<String, ObjectNode>> changed = goods.exportAll();

        Attendant.Answer first = proposal.confirm();

        assertThat(Outcome.of(first)).as(move.toString()).isEqualTo(Outcome.failed(code));
        assertThat(first.text()).isEqualTo("{\"status\":\"failed\",\"code\":\"" + code + "\"}");
        assertThat(goods.exportAll()).isEqualTo(changed);
        goods.load("orders", order);
        Map<String, Map<String, ObjectNode>> restored = goods.exportAll();
        assertThat(proposal.confirm().text()).isEqualTo(first.text());
        assertThat(proposal.decline().text()).isEqualTo(first.text());
        assertThat(goods.exportAll()).isEqualTo(restored);
        assertThat(told(proposal.chat())).containsExactly("action.failed");
        assertThat(recorded(proposal.chat())).containsExactly("failed");
        JsonNode state = proposal.chat().transcript().path("actions").path(0);
        assertThat(state.path("status").asText()).isEqualTo("failed");
        assertThat(state.path("code").asText()).isEqualTo(code);
    }

    private void change(String kind, String id, Consumer<ObjectNode> change) {
        ObjectNode row = goods.export(kind, id);
        change.accept(row);
        goods.load(kind, row);
    }

    private Runnable order(Consumer<ObjectNode> change) {
        return () -> change("orders", shopper.orderId(), change);
    }

    private Runnable customer(Consumer<ObjectNode> change) {
        return () -> change("customers", shopper.id(), change);
    }

    private Runnable giftCard(String balance) {
        return customer(customer ->
                ((ObjectNode) customer.path("paymentMethods").path(2)).put("balance", new BigDecimal(balance)));
    }

    private Runnable variant(int index, Consumer<ObjectNode> change) {
        return () -> change(
                "products",
                "K",
                product -> change.accept((ObjectNode) product.path("variants").path(index)));
    }
}
