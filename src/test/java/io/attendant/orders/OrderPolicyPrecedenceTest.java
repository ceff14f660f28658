package io.attendant.orders;

import static io.attendant.orders.PolicyQuestion.CARD;
import static io.attendant.orders.PolicyQuestion.PAYPAL;
import static io.attendant.orders.PolicyQuestion.gift;
import static io.attendant.orders.PolicyQuestion.paid;
import static io.attendant.orders.PolicyQuestion.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.customers.Address;
import io.attendant.shared.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules are asked in the order of the contract, and the first that says no is the answer. */
class OrderPolicyPrecedenceTest {
    private static final String POOR = "gift_poor";

    /** Something that one rule forbids. */
    private record Fault(ErrorCode code, Consumer<PolicyQuestion> commit) {
        @Override
        public String toString() {
            return code.code();
        }
    }

    private static final Fault NOT_PENDING =
            new Fault(ErrorCode.ORDER_NOT_PENDING, question -> question.status = OrderStatus.processed);
    private static final Fault NOT_DELIVERED =
            new Fault(ErrorCode.ORDER_NOT_DELIVERED, question -> question.status = OrderStatus.processed);
    private static final Fault MODIFIED =
            new Fault(ErrorCode.ORDER_ALREADY_MODIFIED, question -> question.modified = true);
    private static final Fault REASON = new Fault(ErrorCode.INVALID_REASON, question -> question.reason = "NONE");
    private static final Fault NO_ITEMS = new Fault(ErrorCode.ITEMS_REQUIRED, question -> question.itemIds.clear());
    private static final Fault FOREIGN_ITEM =
            new Fault(ErrorCode.ITEM_NOT_IN_ORDER, question -> swap(question, "X1", "V3"));
    private static final Fault TOO_MANY_NEW =
            new Fault(ErrorCode.ITEM_COUNT_MISMATCH, question -> question.newItemIds.add("V3"));
    private static final Fault UNKNOWN_NEW =
            new Fault(ErrorCode.REPLACEMENT_UNAVAILABLE, question -> question.catalogue.remove("V2"));
    private static final Fault SAME =
            new Fault(ErrorCode.REPLACEMENT_UNCHANGED, question -> swap(question, "M1", "M1"));
    private static final Fault NO_METHOD =
            new Fault(ErrorCode.PAYMENT_METHOD_NOT_FOUND, question -> question.method = "nobody's");
    private static final Fault CHANGED_BEFORE = new Fault(
            ErrorCode.PAYMENT_ALREADY_CHANGED,
            question -> question.payments.addAll(List.of(paid("28.00", "former"), refunded("28.00", CARD))));
    private static final Fault SAME_METHOD = new Fault(
            ErrorCode.PAYMENT_METHOD_UNCHANGED, question -> question.payments.set(0, paid("28.00", question.method)));
    private static final Fault DID_NOT_PAY =
            new Fault(ErrorCode.REFUND_METHOD_NOT_ALLOWED, question -> question.method = PAYPAL);
    private static final Fault POOR_CARD = new Fault(ErrorCode.GIFT_CARD_INSUFFICIENT, question -> {
        question.methods.add(gift(POOR, "0.01"));
        question.method = POOR;
    });
    private static final Fault HALF_AN_ADDRESS = new Fault(
            ErrorCode.ADDRESS_INCOMPLETE, question -> question.address = new Address("", "", "Lyon", "", "", ""));

    private static final List<Fault> SWAP_FAULTS =
            List.of(NO_ITEMS, FOREIGN_ITEM, TOO_MANY_NEW, UNKNOWN_NEW, SAME, NO_METHOD, POOR_CARD);

    /** In the order of the contract. */
    private static final Map<String, List<Fault>> FAULTS = Map.of(
            OrderAction.CANCEL,
            List.of(NOT_PENDING, MODIFIED, REASON),
            OrderAction.CHANGE_ADDRESS,
            List.of(NOT_PENDING, MODIFIED, HALF_AN_ADDRESS),
            OrderAction.CHANGE_PAYMENT,
            List.of(NOT_PENDING, MODIFIED, NO_METHOD, CHANGED_BEFORE, SAME_METHOD, POOR_CARD),
            OrderAction.CHANGE_ITEMS,
            joined(List.of(NOT_PENDING, MODIFIED), SWAP_FAULTS),
            OrderAction.EXCHANGE,
            joined(List.of(NOT_DELIVERED), SWAP_FAULTS),
            OrderAction.RETURN,
            List.of(NOT_DELIVERED, NO_METHOD, DID_NOT_PAY, NO_ITEMS, FOREIGN_ITEM));

    private static List<Fault> joined(List<Fault> first, List<Fault> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static void swap(PolicyQuestion question, String oldId, String newId) {
        question.itemIds.add(oldId);
        question.newItemIds.add(newId);
    }

    static Stream<Arguments> one() {
        return FAULTS.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(fault -> Arguments.of(kind.getKey(), fault)));
    }

    static Stream<Arguments> two() {
        return FAULTS.entrySet().stream().flatMap(kind -> {
            List<Fault> faults = kind.getValue();
            return faults.stream()
                    .flatMap(first -> faults.subList(faults.indexOf(first) + 1, faults.size()).stream()
                            .map(second -> Arguments.of(kind.getKey(), first, second)));
        });
    }

    @ParameterizedTest
    @MethodSource("one")
    void aRuleAloneSaysNo(String kind, Fault fault) {
        PolicyQuestion question = new PolicyQuestion(kind);
        assertThat(question.refusal()).isEmpty();

        fault.commit().accept(question);

        assertThat(question.refusal()).contains(fault.code());
    }

    @ParameterizedTest
    @MethodSource("two")
    void ofTwoRulesTheEarlierSaysNo(String kind, Fault earlier, Fault later) {
        PolicyQuestion question = new PolicyQuestion(kind);

        later.commit().accept(question);
        earlier.commit().accept(question);

        assertThat(question.refusal()).contains(earlier.code());
    }

    @ParameterizedTest
    @MethodSource("one")
    void ofAllRulesFromOneOnThatOneSaysNo(String kind, Fault first) {
        List<Fault> faults = FAULTS.get(kind);
        List<Fault> rest = new ArrayList<>(faults.subList(faults.indexOf(first), faults.size()));
        Collections.reverse(rest);
        PolicyQuestion question = new PolicyQuestion(kind);

        rest.forEach(fault -> fault.commit().accept(question));

        assertThat(question.refusal()).contains(first.code());
    }
}
