package io.attendant.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.ActionShop.Outcome;
import io.attendant.testsupport.ActionShop.Proposal;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Move;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Two conversations propose on one order, and both cards are confirmed. One after the other, the second gets the code that
 * the policy says and then writes nothing; at the same moment, it must end like one of those two orders of events, in both
 * answers and in every row.
 */
@QuarkusTest
class TwoConversationsTest extends ActionTest {
    private static final int ROUNDS = 4;

    private static final Outcome NOT_PENDING = Outcome.failed("order_not_pending");
    private static final Outcome MODIFIED = Outcome.failed("order_already_modified");
    private static final Outcome NOT_DELIVERED = Outcome.failed("order_not_delivered");
    private static final Outcome EXECUTED = Outcome.EXECUTED;

    /** A move of either conversation, so that two of one kind are told apart where they can be. */
    private enum Kind {
        cancel((order, nth) -> Move.cancel(order)),
        swap((order, nth) -> Move.swap(order)),
        pay((order, nth) -> Move.payBy(order, nth == 1 ? ActionShop.GIFT : ActionShop.PAYPAL)),
        send((order, nth) -> Move.sendTo(order, nth + " New Street")),
        move((order, nth) -> Move.moveTo(nth + " Home Street")),
        sendBack((order, nth) -> Move.sendBack(order)),
        exchange((order, nth) -> Move.exchange(order));

        private final BiFunction<String, Integer, Move> moves;

        Kind(BiFunction<String, Integer, Move> moves) {
            this.moves = moves;
        }

        Move on(Shopper shopper, int nth) {
            return moves.apply(shopper.orderId(), nth);
        }
    }

    /** What becomes of the second when the first was executed before it, by the policy. */
    private static Outcome second(Kind first, Kind second) {
        if (second == Kind.move) {
            return EXECUTED;
        }
        return switch (first) {
            case cancel -> NOT_PENDING;
            case swap -> MODIFIED;
            case pay ->
                switch (second) {
                    // The money goes back another way than the card said.
                    case cancel -> Outcome.failed("order_changed");
                    case pay -> Outcome.failed("payment_already_changed");
                    default -> EXECUTED;
                };
            case sendBack, exchange -> NOT_DELIVERED;
            case send, move -> EXECUTED;
        };
    }

    /** Both answers and every row that an action could write, without what tells one shopper from the next. */
    private record Ending(Outcome first, Outcome second, ObjectNode order, ObjectNode customer) {}

    @Test
    void onAPendingOrder() {
        Kind[] kinds = {Kind.cancel, Kind.swap, Kind.pay, Kind.send, Kind.move};
        allPairs(kinds, "pending");
    }

    @Test
    void onADeliveredOrder() {
        Kind[] kinds = {Kind.sendBack, Kind.exchange, Kind.move};
        allPairs(kinds, "delivered");
    }

    private void allPairs(Kind[] kinds, String status) {
        int pairs = kinds.length * (kinds.length + 1) / 2;
        Deque<Shopper> shoppers = new ArrayDeque<>(goods.shoppers(pairs * (2 + ROUNDS), List.of(ActionShop.CARD)));
        goods.load(
                "orders",
                shoppers.stream()
                        .map(shopper -> ActionShop.order(shopper, shopper.orderId(), List.of(ActionShop.CARD))
                                .put("status", status))
                        .toArray(ObjectNode[]::new));
        Map<String, BigDecimal> cards = goods.checkMoney();
        for (int i = 0; i < kinds.length; i++) {
            for (int j = i; j < kinds.length; j++) {
                pair(kinds[i], kinds[j], shoppers);
            }
        }
        assertThat(goods.checkMoney()).isEqualTo(cards);
    }

    private void pair(Kind a, Kind b, Deque<Shopper> shoppers) {
        Ending ab = inTurn(a, b, shoppers.pop(), false);
        Ending ba = inTurn(a, b, shoppers.pop(), true);
        for (int round = 0; round < ROUNDS; round++) {
            Shopper shopper = shoppers.pop();
            List<Proposal> proposals = propose(a, b, shopper);
            List<Outcome> outcomes = atOnce(List.of(proposals.get(0)::confirmed, proposals.get(1)::confirmed));
            assertThat(ending(outcomes.get(0), outcomes.get(1), shopper))
                    .as("%s and %s at once", a, b)
                    .isIn(ab, ba);
            checkRecords(proposals, outcomes);
        }
    }

    private Ending inTurn(Kind a, Kind b, Shopper shopper, boolean secondFirst) {
        List<Proposal> proposals = propose(a, b, shopper);
        List<Outcome> outcomes =
                new ArrayList<>(proposals.stream().map(p -> EXECUTED).toList());
        int early = secondFirst ? 1 : 0;
        int late = 1 - early;
        Kind first = secondFirst ? b : a;
        Kind second = secondFirst ? a : b;

        assertThat(proposals.get(early).confirmed()).isEqualTo(EXECUTED);
        ObjectNode order = goods.export("orders", shopper.orderId());
        ObjectNode customer = goods.export("customers", shopper.id());
        outcomes.set(late, proposals.get(late).confirmed());

        assertThat(outcomes.get(late)).as("%s after %s", second, first).isEqualTo(second(first, second));
        if (!outcomes.get(late).equals(EXECUTED)) {
            assertThat(goods.export("orders", shopper.orderId())).isEqualTo(order);
            assertThat(goods.export("customers", shopper.id())).isEqualTo(customer);
        }
        checkRecords(proposals, outcomes);
        return ending(outcomes.get(0), outcomes.get(1), shopper);
    }

    private List<Proposal> propose(Kind a, Kind b, Shopper shopper) {
        return List.of(goods.propose(shopper, a.on(shopper, 1)), goods.propose(shopper, b.on(shopper, 2)));
    }

    private void checkRecords(List<Proposal> proposals, List<Outcome> outcomes) {
        for (int i = 0; i < proposals.size(); i++) {
            String status = outcomes.get(i).status();
            assertThat(recorded(proposals.get(i).chat())).containsExactly(status);
            assertThat(told(proposals.get(i).chat())).containsExactly("action." + status);
        }
    }

    private Ending ending(Outcome first, Outcome second, Shopper shopper) {
        ObjectNode order = goods.export("orders", shopper.orderId());
        order.remove(List.of("id", "customerId"));
        ObjectNode customer = goods.export("customers", shopper.id());
        customer.remove(List.of("id", "email"));
        return new Ending(first, second, order, customer);
    }
}
