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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However many confirm or decline at the same moment: an action has one outcome, its effect once, and everybody is told it. */
@QuarkusTest
class ExactlyOnceTest extends ActionTest {

    @Test
    void twoHundredConfirmsAtOnceDoItOnceAndGetTheSameAnswer() {
        Shopper shopper = goods.shoppers(3).getFirst();
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
        Map<String, Map<String, ObjectNode>> expected = goods.exportAll();
        Map<String, BigDecimal> cards = goods.checkMoney();

        List<Attendant.Answer> answers = atOnce(Collections.nCopies(200, cancel::confirm));

        assertThat(answers).extracting(Attendant.Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Attendant.Answer::text).distinct()).hasSize(1);
        assertThat(answers.getFirst().json().path("status").asText()).isEqualTo("executed");
        ObjectNode order = expected.get("orders").get(shopper.orderId());
        order.put("status", "cancelled").put("cancelReason", "NO_LONGER_NEEDED");
        ((ArrayNode) order.path("payments"))
                .add(ActionShop.payment("refund", "38.00", ActionShop.CARD))
                .add(ActionShop.payment("refund", "20.00", ActionShop.GIFT));
        giftCard(expected.get("customers").get(shopper.id()), "120.00");
        assertThat(goods.exportAll()).isEqualTo(expected);
        assertThat(goods.checkMoney()).isEqualTo(cards);
        assertThat(told(cancel.chat())).containsExactly("action.executed");
        assertThat(recorded(cancel.chat())).containsExactly("executed");
        assertThat(owner.ask("SELECT version FROM orders WHERE id = ?", shopper.orderId()))
                .containsExactly("1");
    }

    private static void giftCard(JsonNode customer, String balance) {
        ((ObjectNode) customer.path("paymentMethods").path(2)).put("balance", new BigDecimal(balance));
    }

    @Test
    void confirmAgainstDeclineHasOneOutcomeForEverybody() {
        int rounds = 30;
        Random random = new Random(30);
        Map<String, Integer> seen = new TreeMap<>();
        List<Shopper> shoppers = goods.shoppers(rounds);
        Map<String, BigDecimal> cards = goods.checkMoney();
        for (Shopper shopper : shoppers) {
            Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
            ObjectNode before = goods.export("orders", shopper.orderId());
            List<Callable<Attendant.Answer>> decisions = new ArrayList<>(Collections.nCopies(4, cancel::confirm));
            decisions.addAll(Collections.nCopies(4, cancel::decline));
            Collections.shuffle(decisions, random);

            List<Attendant.Answer> answers = atOnce(decisions);

            assertThat(answers.stream().map(Attendant.Answer::text).distinct()).hasSize(1);
            String status = Outcome.of(answers.getFirst()).status();
            seen.merge(status, 1, Integer::sum);
            ObjectNode after = goods.export("orders", shopper.orderId());
            if (status.equals("executed")) {
                assertThat(after.path("status").asText()).isEqualTo("cancelled");
                assertThat(after.path("payments")).hasSize(4);
            } else {
                assertThat(status).isEqualTo("declined");
                assertThat(after).isEqualTo(before);
            }
            assertThat(told(cancel.chat())).containsExactly("action." + status);
            assertThat(recorded(cancel.chat())).containsExactly(status);
        }
        assertThat(goods.checkMoney()).isEqualTo(cards);
        System.out.println("confirm against decline: " + seen);
    }

    @Test
    void typedYesAgainstTheButtonHasOneOutcome() {
        List<Shopper> shoppers = goods.shoppers(15);
        Map<String, BigDecimal> cards = goods.checkMoney();
        for (Shopper shopper : shoppers) {
            Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));

            // A yes that comes too late is for the model, which can do nothing with it.
            List<Attendant.Answer> answers =
                    atOnce(List.of(() -> cancel.chat().ask("yes"), cancel::decline, cancel::confirm));

            assertThat(answers.get(1).text()).isEqualTo(answers.get(2).text());
            String status = Outcome.of(answers.get(1)).status();
            assertThat(status).isIn("executed", "declined");
            assertThat(goods.export("orders", shopper.orderId()).path("status").asText())
                    .isEqualTo(status.equals("executed") ? "cancelled" : "pending");
            assertThat(told(cancel.chat())).containsExactly("action." + status);
            assertThat(recorded(cancel.chat())).containsExactly(status);
        }
        assertThat(goods.checkMoney()).isEqualTo(cards);
    }

    @Test
    void confirmAgainstANewProposalDoesOneOfThem() {
        List<Shopper> shoppers = goods.shoppers(15);
        Map<String, BigDecimal> cards = goods.checkMoney();
        for (Shopper shopper : shoppers) {
            Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
            Attendant.Chat chat = cancel.chat();

            List<Attendant.Answer> answers = atOnce(List.of(
                    cancel::confirm,
                    () -> chat.ask(
                            Move.sendTo(shopper.orderId(), "1 New Street").message())));

            Outcome first = Outcome.of(answers.get(0));
            assertThat(first).isIn(Outcome.EXECUTED, new Outcome("expired", "action_replaced"));
            List<JsonNode> cardsShown = ActionShop.events(answers.get(1).json(), "action.proposed");
            List<Outcome> second = cardsShown.stream()
                    .map(card -> goods.proposal(chat, card).confirmed())
                    .toList();
            ObjectNode order = goods.export("orders", shopper.orderId());
            if (first.equals(Outcome.EXECUTED)) {
                // Read just before the order was cancelled, the new address may still have got a card.
                assertThat(second).isSubsetOf(Outcome.failed("order_not_pending"));
                assertThat(order.path("status").asText()).isEqualTo("cancelled");
                assertThat(order.path("shippingAddress").path("line1").asText()).isEqualTo("7 Quay Road");
            } else {
                assertThat(second).containsExactly(Outcome.EXECUTED);
                assertThat(order.path("status").asText()).isEqualTo("pending");
                assertThat(order.path("shippingAddress").path("line1").asText()).isEqualTo("1 New Street");
            }
        }
        assertThat(goods.checkMoney()).isEqualTo(cards);
    }

    @Test
    void manyConversationsCancelOneOrderOnce() {
        Shopper shopper = goods.shopper();
        Map<String, BigDecimal> cards = goods.checkMoney();
        List<Proposal> proposals = Stream.generate(() -> goods.propose(shopper, Move.cancel(shopper.orderId())))
                .limit(12)
                .toList();

        List<Outcome> outcomes = atOnce(calls(proposals));

        assertThat(outcomes).containsOnlyOnce(Outcome.EXECUTED);
        assertThat(Set.copyOf(outcomes))
                .containsExactlyInAnyOrder(Outcome.EXECUTED, Outcome.failed("order_not_pending"));
        assertThat(goods.export("orders", shopper.orderId()).path("payments")).hasSize(4);
        assertThat(goods.checkMoney()).isEqualTo(cards);
        for (Proposal proposal : proposals) {
            assertThat(recorded(proposal.chat())).hasSize(1);
        }
    }

    @Test
    void giftCardIsNotSpentTwice() {
        for (Shopper shopper : goods.shoppers(8, List.of(ActionShop.CARD))) {
            String other = shopper.orderId() + "-2";
            goods.load("orders", ActionShop.order(shopper, other, List.of(ActionShop.CARD)));
            Map<String, BigDecimal> cards = goods.checkMoney();
            List<Proposal> proposals = Stream.of(shopper.orderId(), other)
                    .map(order -> goods.propose(shopper, Move.payBy(order, ActionShop.GIFT)))
                    .toList();

            List<Outcome> outcomes = atOnce(calls(proposals));

            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.EXECUTED, Outcome.failed("gift_card_insufficient"));
            assertThat(balance(shopper)).isEqualByComparingTo("42.00");
            assertThat(goods.checkMoney()).isEqualTo(cards);
        }
    }

    @Test
    void creditsOfSeveralOrdersAllReachTheGiftCard() {
        Shopper shopper = goods.shopper();
        List<String> orders = Stream.concat(
                        Stream.of(shopper.orderId()),
                        Stream.iterate(2, number -> number <= 8, number -> number + 1)
                                .map(number -> shopper.orderId() + "-" + number))
                .toList();
        goods.load(
                "orders",
                orders.stream()
                        .map(id -> ActionShop.order(shopper, id, List.of(ActionShop.CARD, ActionShop.GIFT)))
                        .toArray(JsonNode[]::new));
        Map<String, BigDecimal> cards = goods.checkMoney();

        List<Outcome> outcomes = atOnce(calls(orders.stream()
                .map(id -> goods.propose(shopper, Move.cancel(id)))
                .toList()));

        assertThat(outcomes).containsOnly(Outcome.EXECUTED);
        assertThat(balance(shopper)).isEqualByComparingTo("260.00");
        assertThat(goods.checkMoney()).isEqualTo(cards);
    }

    private BigDecimal balance(Shopper shopper) {
        return goods.export("customers", shopper.id())
                .path("paymentMethods")
                .path(2)
                .path("balance")
                .decimalValue();
    }

    private static List<Callable<Outcome>> calls(List<Proposal> proposals) {
        return proposals.stream()
                .map(proposal -> (Callable<Outcome>) proposal::confirmed)
                .collect(Collectors.toList());
    }
}
