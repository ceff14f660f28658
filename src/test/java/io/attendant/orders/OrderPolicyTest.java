package io.attendant.orders;

import static io.attendant.orders.PolicyQuestion.CARD;
import static io.attendant.orders.PolicyQuestion.GIFT;
import static io.attendant.orders.PolicyQuestion.PAYPAL;
import static io.attendant.orders.PolicyQuestion.gift;
import static io.attendant.orders.PolicyQuestion.item;
import static io.attendant.orders.PolicyQuestion.paid;
import static io.attendant.orders.PolicyQuestion.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is allowed and what is refused, rule by rule. */
class OrderPolicyTest {
    private static final List<String> SWAPS = List.of(OrderAction.CHANGE_ITEMS, OrderAction.EXCHANGE);

    @ParameterizedTest
    @CsvSource({
        "cancelOrder, pending, order_not_pending",
        "changeShippingAddress, pending, order_not_pending",
        "changePaymentMethod, pending, order_not_pending",
        "changeItems, pending, order_not_pending",
        "exchangeItems, delivered, order_not_delivered",
        "returnItems, delivered, order_not_delivered"
    })
    void onlyOneStatusAllowsIt(String kind, OrderStatus allowed, String code) {
        for (OrderStatus status : OrderStatus.values()) {
            PolicyQuestion question = new PolicyQuestion(kind);
            question.status = status;

            assertThat(question.refusal().map(ErrorCode::code))
                    .as(status.name())
                    .isEqualTo(status == allowed ? Optional.empty() : Optional.of(code));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelOrder", "changeShippingAddress", "changePaymentMethod", "changeItems"})
    void anOrderWithChangedItemsTakesNothingMore(String kind) {
        PolicyQuestion question = new PolicyQuestion(kind);
        question.modified = true;

        assertThat(question.refusal()).contains(ErrorCode.ORDER_ALREADY_MODIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchangeItems", "returnItems"})
    void whatWasChangedBeforeItWasSentCanStillComeBack(String kind) {
        PolicyQuestion question = new PolicyQuestion(kind);
        question.modified = true;

        assertThat(question.refusal()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OrderData.CancelReason.class)
    void theShopsReasonsAreAccepted(OrderData.CancelReason reason) {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL);
        question.reason = reason.name();

        assertThat(question.refusal()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "no longer needed", "no_longer_needed", "NO_LONGER_NEEDED ", "TOO_EXPENSIVE"})
    void anyOtherReasonIsNone(String reason) {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL);
        question.reason = reason;

        assertThat(question.refusal()).contains(ErrorCode.INVALID_REASON);
    }

    @Test
    void itemsMustBeInTheOrderAsOftenAsAsked() {
        for (String kind : List.of(OrderAction.CHANGE_ITEMS, OrderAction.EXCHANGE, OrderAction.RETURN)) {
            PolicyQuestion question = new PolicyQuestion(kind);
            String pays = question.method;

            assertThat(question.asks(List.of(), List.of(), pays).refusal()).contains(ErrorCode.ITEMS_REQUIRED);
            assertThat(question.asks(List.of("V2"), List.of("V3"), pays).refusal())
                    .contains(ErrorCode.ITEM_NOT_IN_ORDER);
            assertThat(question.asks(List.of("V1", "V1"), List.of("V2", "V3"), pays)
                            .refusal())
                    .contains(ErrorCode.ITEM_NOT_IN_ORDER);
            question.has(item("P1", "V1", "20.00"), item("P2", "M1", "8.00"), item("P1", "V1", "20.00"));
            assertThat(question.refusal()).isEmpty();
            assertThat(question.asks(List.of("V1", "V1", "V1"), List.of("V2", "V3", "V4"), pays)
                            .refusal())
                    .contains(ErrorCode.ITEM_NOT_IN_ORDER);
        }
    }

    @Test
    void thereAreAsManyNewItemsAsOldOnes() {
        for (String kind : SWAPS) {
            PolicyQuestion question = new PolicyQuestion(kind);

            for (List<String> newIds : List.of(List.<String>of(), List.of("V2", "V3"))) {
                assertThat(question.asks(List.of("V1"), newIds, PAYPAL).refusal())
                        .contains(ErrorCode.ITEM_COUNT_MISMATCH);
            }
        }
    }

    @Test
    void newItemsAreAvailableVariantsOfTheSameProduct() {
        for (String kind : SWAPS) {
            PolicyQuestion question = new PolicyQuestion(kind).sells("P1", "OUT", "20.00", false, Optional.empty());

            for (String newId : List.of("UNKNOWN", "M2", "OUT", "")) {
                assertThat(question.asks(List.of("V1"), List.of(newId), PAYPAL).refusal())
                        .as(newId)
                        .contains(ErrorCode.REPLACEMENT_UNAVAILABLE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, 2, ",
        "true, 3, ",
        "true, , ",
        "true, 1, REPLACEMENT_UNAVAILABLE",
        "true, 0, REPLACEMENT_UNAVAILABLE",
        "false, 9, REPLACEMENT_UNAVAILABLE",
        "false, , REPLACEMENT_UNAVAILABLE"
    })
    void stockMustBeThereForEveryPiece(boolean available, Integer stock, ErrorCode refusal) {
        for (String kind : SWAPS) {
            PolicyQuestion question = new PolicyQuestion(kind)
                    .sells("P1", "V2", "20.00", available, Optional.ofNullable(stock))
                    .has(item("P1", "V1", "20.00"), item("P1", "V4", "20.00"))
                    .asks(List.of("V1", "V4"), List.of("V2", "V2"), PAYPAL);

            assertThat(question.refusal()).isEqualTo(Optional.ofNullable(refusal));
        }
    }

    @Test
    void piecesOfOtherVariantsDoNotCount() {
        for (String kind : SWAPS) {
            PolicyQuestion question = new PolicyQuestion(kind)
                    .sells("P1", "V2", "20.00", true, Optional.of(1))
                    .sells("P2", "M2", "7.00", true, Optional.of(1))
                    .asks(List.of("V1", "M1"), List.of("V2", "M2"), PAYPAL);

            assertThat(question.refusal()).isEmpty();
        }
    }

    @Test
    void eachNewItemIsAnotherVariant() {
        for (String kind : SWAPS) {
            PolicyQuestion question = new PolicyQuestion(kind);

            assertThat(question.asks(List.of("V1", "M1"), List.of("V2", "M1"), PAYPAL)
                            .refusal())
                    .contains(ErrorCode.REPLACEMENT_UNCHANGED);
            question.has(item("P1", "V1", "20.00"), item("P1", "V2", "20.00"));
            assertThat(question.asks(List.of("V1", "V2"), List.of("V2", "V1"), PAYPAL)
                            .refusal())
                    .isEmpty();
        }
    }

    @Test
    void theSameVariantThatIsSoldOutIsUnavailableFirst() {
        for (String kind : SWAPS) {
            PolicyQuestion question = new PolicyQuestion(kind)
                    .sells("P1", "V1", "20.00", false, Optional.empty())
                    .asks(List.of("V1"), List.of("V1"), PAYPAL);

            assertThat(question.refusal()).contains(ErrorCode.REPLACEMENT_UNAVAILABLE);
        }
    }

    @Test
    void aMethodIsTheShoppersOwn() {
        for (String kind : List.of(
                OrderAction.CHANGE_PAYMENT, OrderAction.CHANGE_ITEMS, OrderAction.EXCHANGE, OrderAction.RETURN)) {
            for (String method : List.of("gift_of_somebody", "", CARD.toUpperCase(Locale.ROOT))) {
                assertThat(new PolicyQuestion(kind).by(method).refusal())
                        .as(kind + " " + method)
                        .contains(ErrorCode.PAYMENT_METHOD_NOT_FOUND);
            }
        }
    }

    @Test
    void paymentChangesOnceAndOnlyAfterOnePayment() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_PAYMENT);

        for (List<Payment> rows : List.of(
                List.<Payment>of(),
                List.of(refunded("28.00", CARD)),
                List.of(paid("14.00", CARD), paid("14.00", CARD)),
                List.of(paid("28.00", CARD), refunded("1.00", CARD)),
                List.of(paid("28.00", CARD), paid("28.00", GIFT), refunded("28.00", CARD)))) {
            assertThat(question.has(rows.toArray(Payment[]::new)).refusal())
                    .as(rows.toString())
                    .contains(ErrorCode.PAYMENT_ALREADY_CHANGED);
        }
    }

    @Test
    void paymentChangesToAnotherMethod() {
        assertThat(new PolicyQuestion(OrderAction.CHANGE_PAYMENT).by(CARD).refusal())
                .contains(ErrorCode.PAYMENT_METHOD_UNCHANGED);
    }

    @Test
    void paymentChangesWhenTheFormerMethodLeftTheProfile() {
        assertThat(new PolicyQuestion(OrderAction.CHANGE_PAYMENT)
                        .has(PolicyQuestion.paypal(PAYPAL))
                        .refusal())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"28.00, ", "28.01, ", "27.99, GIFT_CARD_INSUFFICIENT", "0.00, GIFT_CARD_INSUFFICIENT"})
    void aGiftCardCoversTheWholeTotal(String balance, ErrorCode refusal) {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_PAYMENT)
                .has(PolicyQuestion.card(CARD), gift(GIFT, balance))
                .by(GIFT);

        assertThat(question.refusal()).isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest
    @CsvSource({"5.50, ", "5.49, GIFT_CARD_INSUFFICIENT", "0.00, GIFT_CARD_INSUFFICIENT"})
    void aGiftCardCoversTheDifference(String balance, ErrorCode refusal) {
        for (String kind : SWAPS) {
            PolicyQuestion question =
                    new PolicyQuestion(kind).has(gift(GIFT, balance)).by(GIFT);

            assertThat(question.refusal()).isEqualTo(Optional.ofNullable(refusal));
        }
    }

    @Test
    void anEmptyGiftCardTakesARefundAndNoDifference() {
        for (String kind : SWAPS) {
            PolicyQuestion question = new PolicyQuestion(kind).has(gift(GIFT, "0.00"));

            assertThat(question.asks(List.of("V1"), List.of("V4"), GIFT).refusal())
                    .isEmpty();
            assertThat(question.asks(List.of("V1"), List.of("V3"), GIFT).refusal())
                    .isEmpty();
        }
    }

    @Test
    void aReturnIsRefundedToWhatPaidOrToAGiftCard() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.RETURN);

        assertThat(question.by(CARD).refusal()).isEmpty();
        assertThat(question.by(GIFT).refusal()).isEmpty();
        assertThat(question.by(PAYPAL).refusal()).contains(ErrorCode.REFUND_METHOD_NOT_ALLOWED);
        question.has(paid("28.00", CARD), refunded("3.00", PAYPAL));
        assertThat(question.by(PAYPAL).refusal()).contains(ErrorCode.REFUND_METHOD_NOT_ALLOWED);
        question.has(paid("28.00", CARD), paid("28.00", PAYPAL), refunded("28.00", CARD));
        assertThat(question.by(PAYPAL).refusal()).isEmpty();
        assertThat(question.by(CARD).refusal()).isEmpty();
        question.has(gift(GIFT, "0.00"));
        assertThat(question.by(CARD).refusal()).contains(ErrorCode.PAYMENT_METHOD_NOT_FOUND);
        assertThat(question.by(GIFT).refusal()).isEmpty();
    }

    @Test
    void theShopsOwnStatusesTakeThePlaceOfTheDefaults() {
        OrdersConfig own = new TestOrdersConfig(
                TestOrdersConfig.in(OrderStatus.processed),
                TestOrdersConfig.in(OrderStatus.pending, OrderStatus.processed),
                TestOrdersConfig.in(OrderStatus.processed, OrderStatus.delivered),
                TestOrdersConfig.in(),
                Set.of(OrderData.CancelReason.ORDERED_BY_MISTAKE),
                "2");

        assertThat(allowed(own, OrderAction.CANCEL)).containsExactly(OrderStatus.processed);
        for (String kind : List.of(OrderAction.CHANGE_ADDRESS, OrderAction.CHANGE_PAYMENT, OrderAction.CHANGE_ITEMS)) {
            assertThat(allowed(own, kind)).containsExactly(OrderStatus.pending, OrderStatus.processed);
        }
        assertThat(allowed(own, OrderAction.RETURN)).containsExactly(OrderStatus.processed, OrderStatus.delivered);
        assertThat(allowed(own, OrderAction.EXCHANGE)).isEmpty();
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL);
        question.rules = own.rules();
        question.status = OrderStatus.processed;
        assertThat(question.refusal()).contains(ErrorCode.INVALID_REASON);
    }

    private static List<OrderStatus> allowed(OrdersConfig config, String kind) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> {
                    PolicyQuestion question = new PolicyQuestion(kind);
                    question.rules = config.rules();
                    question.status = status;
                    question.reason = "ORDERED_BY_MISTAKE";
                    return question.refusal().isEmpty();
                })
                .toList();
    }
}
