package io.attendant.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.customers.CustomerData;
import io.attendant.customers.PaymentMethod;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every order and every action, whatever they are. */
class OrderPolicyPropertyTest {
    private static final int QUESTIONS = 4_000;
    private static final long SEED = 20_260_801L;

    /** Asks many questions about one kind of action and has each that is allowed looked at. */
    private static void forAll(String kind, Consumer<PolicyQuestion> allowed) {
        RandomQuestions random = new RandomQuestions(new Random(SEED));
        int yes = 0;
        Map<ErrorCode, Integer> no = new EnumMap<>(ErrorCode.class);
        for (int i = 0; i < QUESTIONS; i++) {
            PolicyQuestion question = random.next(kind);
            Optional<ErrorCode> refusal = question.refusal();
            if (refusal.isPresent()) {
                no.merge(refusal.get(), 1, Integer::sum);
            } else {
                yes++;
                allowed.accept(question);
            }
        }
        assertThat(yes).as("allowed").isGreaterThan(QUESTIONS / 20);
        assertThat(no).as("refused").hasSizeGreaterThan(2);
    }

    private static Money moved(List<Payment> rows) {
        return Money.sum(rows.stream()
                .map(row -> row.type() == Payment.Type.payment
                        ? row.amount()
                        : row.amount().negated())
                .toList());
    }

    private static Map<String, Money> byMethod(List<Payment> rows) {
        Map<String, Money> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(row.paymentMethodId(), moved(List.of(row)), Money::plus));
        return sums;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancelOrder",
                "changeShippingAddress",
                "changePaymentMethod",
                "changeItems",
                "exchangeItems",
                "returnItems"
            })
    void holdsForEveryAction(String kind) {
        forAll(kind, question -> {
            OrderData before = question.order();
            OrderEffects effects = question.effects();
            OrderData after = question.after();

            assertThat(question.effects())
                    .as("the same question, the same answer")
                    .isEqualTo(effects);
            OrderEffects stored = Json.read(Json.write(effects), OrderEffects.class);
            assertThat(stored).as("stored and read").isEqualTo(effects);

            assertThat(effects.payments())
                    .allSatisfy(row -> assertThat(row.amount()).isGreaterThan(Money.ZERO));
            checkBalances(question, effects);
            assertThat(after.payments().subList(0, before.payments().size())).isEqualTo(before.payments());
            assertThat(after.payments()
                            .subList(before.payments().size(), after.payments().size()))
                    .isEqualTo(effects.payments());

            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.customerId()).isEqualTo(before.customerId());
            assertThat(after.shipments()).isEqualTo(before.shipments());
            assertThat(after.items()).hasSameSizeAs(before.items());
            if (!kind.equals(OrderAction.CHANGE_ITEMS)) {
                assertThat(after.items()).isEqualTo(before.items());
                assertThat(after.itemsModified()).isEqualTo(before.itemsModified());
            }
            if (!kind.equals(OrderAction.CHANGE_ADDRESS)) {
                assertThat(after.shippingAddress()).isEqualTo(before.shippingAddress());
            }
        });
    }

    /** What gift cards gain and lose is what the rows say of them, and none is left with less than nothing. */
    private static void checkBalances(PolicyQuestion question, OrderEffects effects) {
        Map<String, Money> rows = byMethod(effects.payments());
        Map<String, Money> changes = new HashMap<>();
        effects.giftCards().forEach(card -> changes.merge(card.paymentMethodId(), card.change(), Money::plus));
        for (PaymentMethod method : question.methods) {
            Money change = changes.getOrDefault(method.id(), Money.ZERO);
            if (method.isGiftCard()) {
                assertThat(change)
                        .isEqualTo(rows.getOrDefault(method.id(), Money.ZERO).negated());
                assertThat(method.balance().plus(change)).isGreaterThanOrEqualTo(Money.ZERO);
            } else {
                assertThat(changes).doesNotContainKey(method.id());
            }
        }
        assertThat(question.methods).extracting(PaymentMethod::id).containsAll(changes.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = "cancelOrder")
    void nothingIsOutstandingAfterACancellation(String kind) {
        forAll(kind, question -> {
            assertThat(byMethod(question.after().payments()).values()).allMatch(Money::isZero);
            assertThat(question.effects().payments())
                    .allMatch(row -> row.type() == Payment.Type.refund)
                    .extracting(Payment::paymentMethodId)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(question.payments.stream()
                            .map(Payment::paymentMethodId)
                            .toList());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = "changePaymentMethod")
    void aChangedPaymentMovesAsMuchInAsOut(String kind) {
        forAll(kind, question -> {
            assertThat(moved(question.effects().payments())).isEqualTo(Money.ZERO);
            Map<String, Money> after = byMethod(question.after().payments());
            assertThat(after.remove(question.method))
                    .isEqualTo(moved(question.order().payments()));
            assertThat(after.values()).allMatch(Money::isZero);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = "changeItems")
    void onlyTheLinesNamedChangeAndTheDifferenceIsWhatTheOrderCostsMore(String kind) {
        forAll(kind, question -> {
            OrderData before = question.order();
            OrderData after = question.after();
            Money dearer = after.total().minus(before.total());

            assertThat(moved(question.effects().payments())).isEqualTo(dearer);
            assertThat(question.effects().payments()).hasSizeLessThanOrEqualTo(1);
            OrderEffects.Swapped swapped =
                    (OrderEffects.Swapped) question.effects().change();
            assertThat(swapped.priceDifference()).isEqualTo(dearer);
            Set<Integer> positions = new HashSet<>();
            swapped.swaps()
                    .forEach(swap -> assertThat(positions.add(swap.position())).isTrue());
            assertThat(swapped.swaps().stream().map(swap -> swap.before().variantId()))
                    .containsExactlyElementsOf(question.itemIds);
            assertThat(swapped.swaps().stream().map(swap -> swap.after().variantId()))
                    .containsExactlyElementsOf(question.newItemIds);
            for (int i = 0; i < before.items().size(); i++) {
                OrderItem old = before.items().get(i);
                OrderItem now = after.items().get(i);
                assertThat(now.productId()).isEqualTo(old.productId());
                if (!positions.contains(i)) {
                    assertThat(now).isEqualTo(old);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchangeItems", "returnItems"})
    void requestsMoveNeitherMoneyNorItems(String kind) {
        forAll(kind, question -> {
            assertThat(question.effects().payments()).isEmpty();
            assertThat(question.effects().giftCards()).isEmpty();
            List<String> asked = question.after().returnRequest() == null
                    ? question.after().exchangeRequest().variantIds()
                    : question.after().returnRequest().variantIds();
            assertThat(asked).isSorted().containsExactlyInAnyOrderElementsOf(question.itemIds);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancelOrder",
                "changeShippingAddress",
                "changePaymentMethod",
                "changeItems",
                "exchangeItems",
                "returnItems"
            })
    void whatTheActionDoesNotNameMakesNoDifference(String kind) {
        RandomQuestions random = new RandomQuestions(new Random(SEED + 1));
        for (int i = 0; i < QUESTIONS; i++) {
            PolicyQuestion question = random.next(kind);
            OrderData order = question.order();
            OrderData otherwise = new OrderData(
                    order.id(),
                    "somebody",
                    order.status(),
                    Instant.EPOCH,
                    "CHF",
                    "a note",
                    PolicyQuestion.AWAY,
                    order.items(),
                    List.of(new Shipment(List.of("T1"), List.of("V1"), null, null, null, null)),
                    order.payments(),
                    order.cancelReason(),
                    order.itemsModified(),
                    new ReturnRequest(List.of("V1"), "x"),
                    null);
            List<PaymentMethod> methods = new ArrayList<>(question.methods);
            methods.add(0, PolicyQuestion.gift("unrelated", "0.00"));
            CustomerData customer = new CustomerData(
                    "somebody", "s@example.com", "S", "B", PolicyQuestion.AWAY, methods, "1", "de", Map.of("a", "b"));
            Map<String, Replacement> catalogue = new HashMap<>(question.catalogue);
            catalogue.put(
                    "unrelated", new Replacement("P1", "unrelated", Map.of(), Money.of("1.00"), true, Optional.of(1)));

            assertThat(new OrderPolicy(question.rules).decide(question.action(), otherwise, customer, catalogue))
                    .isEqualTo(question.decision());
        }
    }
}
