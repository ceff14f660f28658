package io.attendant.orders;

import static io.attendant.orders.PolicyQuestion.CARD;
import static io.attendant.orders.PolicyQuestion.GIFT;
import static io.attendant.orders.PolicyQuestion.PAYPAL;
import static io.attendant.orders.PolicyQuestion.balance;
import static io.attendant.orders.PolicyQuestion.card;
import static io.attendant.orders.PolicyQuestion.gift;
import static io.attendant.orders.PolicyQuestion.item;
import static io.attendant.orders.PolicyQuestion.paid;
import static io.attendant.orders.PolicyQuestion.paypal;
import static io.attendant.orders.PolicyQuestion.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.customers.Address;
import io.attendant.shared.Json;
import io.attendant.shared.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an allowed action does, to the row and to the cent. */
class OrderPolicyEffectsTest {
    private static OrderItem now(String product, String variant, String price) {
        return new OrderItem(
                product, variant, "Name of " + product, Map.of("variant", "today's " + variant), Money.of(price));
    }

    @Test
    void cancellingRefundsWhatWasPaidAndNothingElse() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL);
        question.reason = "ORDERED_BY_MISTAKE";

        OrderEffects effects = question.effects();

        assertThat(effects.orderId()).isEqualTo("#1");
        assertThat(effects.status()).isEqualTo(OrderStatus.cancelled);
        assertThat(effects.change())
                .isEqualTo(new OrderEffects.Cancelled(OrderData.CancelReason.ORDERED_BY_MISTAKE, question.items));
        assertThat(effects.payments()).containsExactly(refunded("28.00", CARD));
        assertThat(effects.giftCards()).isEmpty();

        OrderData before = question.order();
        assertThat(question.after())
                .isEqualTo(new OrderData(
                        before.id(),
                        before.customerId(),
                        OrderStatus.cancelled,
                        before.placedAt(),
                        before.currency(),
                        before.note(),
                        before.shippingAddress(),
                        before.items(),
                        before.shipments(),
                        List.of(paid("28.00", CARD), refunded("28.00", CARD)),
                        OrderData.CancelReason.ORDERED_BY_MISTAKE,
                        null,
                        null,
                        null));
    }

    @Test
    void cancellingRefundsEachMethodInTheOrderInWhichItFirstPaid() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL)
                .has(
                        paid("10.00", PAYPAL),
                        paid("5.00", GIFT),
                        paid("3.00", CARD),
                        paid("4.00", PAYPAL),
                        refunded("1.50", GIFT),
                        refunded("3.00", CARD));

        OrderEffects effects = question.effects();

        assertThat(effects.payments()).containsExactly(refunded("14.00", PAYPAL), refunded("3.50", GIFT));
        assertThat(effects.giftCards()).containsExactly(balance(GIFT, "3.50"));
    }

    @Test
    void cancellingAfterAChangeOfPaymentRefundsTheNewMethodAlone() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL)
                .has(paid("28.00", GIFT), paid("28.00", CARD), refunded("28.00", GIFT));

        assertThat(question.effects().payments()).containsExactly(refunded("28.00", CARD));
        assertThat(question.effects().giftCards()).isEmpty();
    }

    @Test
    void cancellingWhatIsPaidBackAlreadyMovesNoMoney() {
        for (List<Payment> rows : List.of(
                List.<Payment>of(),
                List.of(paid("0.00", CARD)),
                List.of(paid("28.00", CARD), refunded("28.00", CARD)),
                List.of(paid("28.00", CARD), refunded("30.00", CARD)))) {
            PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL).has(rows.toArray(Payment[]::new));

            assertThat(question.effects().payments()).as(rows.toString()).isEmpty();
            assertThat(question.effects().giftCards()).isEmpty();
            assertThat(question.effects().status()).isEqualTo(OrderStatus.cancelled);
        }
    }

    @Test
    void aMethodThatLeftTheProfileIsRefundedAndNoBalanceMoves() {
        PolicyQuestion question =
                new PolicyQuestion(OrderAction.CANCEL).has(card("card_2")).has(paid("20.00", GIFT), paid("8.00", CARD));

        assertThat(question.effects().payments()).containsExactly(refunded("20.00", GIFT), refunded("8.00", CARD));
        assertThat(question.effects().giftCards()).isEmpty();
    }

    @Test
    void aChangedPaymentAppendsThePaymentFirstAndThenTheRefund() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_PAYMENT);

        OrderEffects effects = question.effects();

        assertThat(effects.status()).isEqualTo(OrderStatus.pending);
        assertThat(effects.change()).isEqualTo(new OrderEffects.Repaid(PAYPAL, CARD));
        assertThat(effects.payments()).containsExactly(paid("28.00", PAYPAL), refunded("28.00", CARD));
        assertThat(effects.giftCards()).isEmpty();
        assertThat(question.after().payments())
                .containsExactly(paid("28.00", CARD), paid("28.00", PAYPAL), refunded("28.00", CARD));
        assertThat(question.after().itemsModified()).isNull();
    }

    @Test
    void aChangedPaymentMovesTheBalanceOfBothGiftCards() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_PAYMENT)
                .has(gift("old", "0.00"), gift("new", "28.00"), gift("other", "50.00"))
                .has(paid("28.00", "old"))
                .by("new");

        assertThat(question.effects().payments()).containsExactly(paid("28.00", "new"), refunded("28.00", "old"));
        assertThat(question.effects().giftCards()).containsExactly(balance("new", "-28.00"), balance("old", "28.00"));
    }

    @Test
    void aChangedPaymentCreditsAFormerGiftCardOnlyWhileItIsInTheProfile() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_PAYMENT).has(paid("28.00", GIFT));

        assertThat(question.effects().giftCards()).containsExactly(balance(GIFT, "28.00"));
        question.has(paypal(PAYPAL));
        assertThat(question.effects().giftCards()).isEmpty();
        assertThat(question.effects().payments()).containsExactly(paid("28.00", PAYPAL), refunded("28.00", GIFT));
    }

    @Test
    void aDearerItemIsPaidAtTodaysPriceAndStandsInTheOldOnesPlace() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ITEMS);

        OrderEffects effects = question.effects();

        OrderItem before = item("P1", "V1", "20.00");
        OrderItem after = now("P1", "V2", "25.50");
        assertThat(effects.status()).isEqualTo(OrderStatus.pending);
        assertThat(effects.change())
                .isEqualTo(new OrderEffects.Swapped(
                        List.of(new OrderEffects.Swap(0, before, after)), PAYPAL, Money.of("5.50")));
        assertThat(effects.payments()).containsExactly(paid("5.50", PAYPAL));
        assertThat(effects.giftCards()).isEmpty();
        assertThat(question.after().items()).containsExactly(after, item("P2", "M1", "8.00"));
        assertThat(question.after().itemsModified()).isTrue();
        assertThat(question.after().status()).isEqualTo(OrderStatus.pending);
    }

    @Test
    void aCheaperItemIsRefundedAsAPositiveAmountToTheMethodNamedWhoeverPaid() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ITEMS).asks(List.of("V1"), List.of("V4"), GIFT);

        assertThat(question.effects().payments()).containsExactly(refunded("7.75", GIFT));
        assertThat(question.effects().giftCards()).containsExactly(balance(GIFT, "7.75"));
    }

    @Test
    void aGiftCardPaysTheDifferenceAtOnce() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ITEMS)
                .has(gift(GIFT, "5.50"))
                .by(GIFT);

        assertThat(question.effects().payments()).containsExactly(paid("5.50", GIFT));
        assertThat(question.effects().giftCards()).containsExactly(balance(GIFT, "-5.50"));
    }

    @Test
    void noDifferenceNoRow() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ITEMS).asks(List.of("V1"), List.of("V3"), GIFT);

        assertThat(question.effects().payments()).isEmpty();
        assertThat(question.effects().giftCards()).isEmpty();
        assertThat(question.after().itemsModified()).isTrue();
        assertThat(question.after().payments()).containsExactly(paid("28.00", CARD));
    }

    @Test
    void differencesThatCancelOutAreNoRowEither() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ITEMS)
                .sells("P1", "V5", "21.00")
                .asks(List.of("V1", "M1"), List.of("V5", "M2"), CARD);

        assertThat(question.effects().payments()).isEmpty();
        assertThat(question.after().items()).containsExactly(now("P1", "V5", "21.00"), now("P2", "M2", "7.00"));
    }

    @Test
    void theDifferenceIsNetInOneRow() {
        PolicyQuestion question =
                new PolicyQuestion(OrderAction.CHANGE_ITEMS).asks(List.of("M1", "V1"), List.of("M2", "V2"), CARD);

        assertThat(question.effects().payments()).containsExactly(paid("4.50", CARD));
    }

    @Test
    void theNthNewItemIsForTheNthOldOneAndOfEqualLinesTheFirstGoes() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ITEMS)
                .has(
                        item("P2", "M1", "8.00"),
                        item("P1", "V1", "20.00"),
                        item("P1", "V3", "19.00"),
                        item("P1", "V1", "20.00"),
                        item("P1", "V1", "20.00"))
                .asks(List.of("V1", "V3", "V1"), List.of("V2", "V1", "V4"), CARD);

        assertThat(question.after().items())
                .containsExactly(
                        item("P2", "M1", "8.00"),
                        now("P1", "V2", "25.50"),
                        now("P1", "V1", "21.00"),
                        now("P1", "V4", "12.25"),
                        item("P1", "V1", "20.00"));
        assertThat(question.effects().payments()).containsExactly(refunded("0.25", CARD));
    }

    @Test
    void ofLinesOfOneVariantAtTwoPricesTheFirstIsTaken() {
        PolicyQuestion question =
                new PolicyQuestion(OrderAction.CHANGE_ITEMS).has(item("P1", "V1", "10.00"), item("P1", "V1", "20.00"));

        assertThat(question.effects().payments()).containsExactly(paid("15.50", PAYPAL));
    }

    @Test
    void theOldItemsVariantMayBeGoneFromTheCatalogue() {
        for (String kind : List.of(OrderAction.CHANGE_ITEMS, OrderAction.EXCHANGE, OrderAction.RETURN)) {
            PolicyQuestion question = new PolicyQuestion(kind);
            question.catalogue.remove("V1");

            assertThat(question.refusal()).as(kind).isEmpty();
        }
    }

    @Test
    void aChangeKeepsTheNameAndTheAddressAsBought() {
        OrderItem bought = new OrderItem("P1", "V1", "Old name", Map.of(), Money.of("20.00"));
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ITEMS).has(bought);

        assertThat(question.after().items())
                .containsExactly(
                        new OrderItem("P1", "V2", "Old name", Map.of("variant", "today's V2"), Money.of("25.50")));
        assertThat(question.after().shippingAddress()).isEqualTo(PolicyQuestion.HOME);
    }

    @Test
    void aNewAddressIsStrippedAndAnEmptySecondLineStaysEmpty() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ADDRESS);
        question.address = new Address(" 9 Oak Avenue ", " ", " Boston", "MA ", "02101", " USA ");
        Address expected = new Address("9 Oak Avenue", "", "Boston", "MA", "02101", "USA");

        OrderEffects effects = question.effects();

        assertThat(effects)
                .isEqualTo(new OrderEffects(
                        "#1", OrderStatus.pending, new OrderEffects.Readdressed(expected), List.of(), List.of()));
        assertThat(question.after().shippingAddress()).isEqualTo(expected);
        assertThat(Json.write(question.after())).contains("\"line2\":\"\"");
        assertThat(question.after().itemsModified()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {CARD, GIFT})
    void aReturnIsARequestAndMovesNothing(String method) {
        PolicyQuestion question = new PolicyQuestion(OrderAction.RETURN)
                .has(item("P1", "V1", "20.00"), item("P2", "M1", "8.00"), item("P1", "V1", "18.00"))
                .asks(List.of("V1", "M1", "V1"), List.of(), method);

        OrderEffects effects = question.effects();

        ReturnRequest request = new ReturnRequest(List.of("V1", "M1", "V1"), method);
        assertThat(effects.status()).isEqualTo(OrderStatus.return_requested);
        assertThat(effects.change())
                .isEqualTo(new OrderEffects.ReturnRequested(
                        request, List.of(question.items.get(0), question.items.get(1), question.items.get(2))));
        assertThat(((OrderEffects.ReturnRequested) effects.change()).refund()).isEqualTo(Money.of("46.00"));
        assertThat(effects.payments()).isEmpty();
        assertThat(effects.giftCards()).isEmpty();

        OrderData after = question.after();
        assertThat(after.returnRequest()).isEqualTo(new ReturnRequest(List.of("M1", "V1", "V1"), method));
        assertThat(after.exchangeRequest()).isNull();
        assertThat(after.items()).isEqualTo(question.order().items());
        assertThat(after.payments()).isEqualTo(question.order().payments());
    }

    @Test
    void anExchangeKeepsItsPairsAndExportsEachListSortedOnItsOwn() {
        PolicyQuestion question =
                new PolicyQuestion(OrderAction.EXCHANGE).asks(List.of("V1", "M1"), List.of("V4", "M2"), GIFT);

        OrderEffects effects = question.effects();

        ExchangeRequest request =
                new ExchangeRequest(List.of("V1", "M1"), List.of("V4", "M2"), GIFT, Money.of("-8.75"));
        assertThat(effects.status()).isEqualTo(OrderStatus.exchange_requested);
        assertThat(effects.change())
                .isEqualTo(new OrderEffects.ExchangeRequested(
                        request,
                        List.of(
                                new OrderEffects.Swap(0, item("P1", "V1", "20.00"), now("P1", "V4", "12.25")),
                                new OrderEffects.Swap(1, item("P2", "M1", "8.00"), now("P2", "M2", "7.00")))));
        assertThat(effects.payments()).isEmpty();
        assertThat(effects.giftCards()).isEmpty();

        OrderData after = question.after();
        assertThat(after.exchangeRequest())
                .isEqualTo(new ExchangeRequest(List.of("M1", "V1"), List.of("M2", "V4"), GIFT, Money.of("-8.75")));
        assertThat(after.returnRequest()).isNull();
        assertThat(after.itemsModified()).isNull();
        assertThat(after.items()).isEqualTo(question.order().items());
        assertThat(after.payments()).isEqualTo(question.order().payments());
    }

    @Test
    void idsSortAsStrings() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.EXCHANGE)
                .has(item("P1", "9", "1.00"), item("P1", "10", "1.00"))
                .sells("P1", "8", "1.00")
                .sells("P1", "11", "1.00")
                .asks(List.of("9", "10"), List.of("8", "11"), CARD);

        assertThat(question.after().exchangeRequest())
                .isEqualTo(new ExchangeRequest(List.of("10", "9"), List.of("11", "8"), CARD, Money.ZERO));
    }
}
