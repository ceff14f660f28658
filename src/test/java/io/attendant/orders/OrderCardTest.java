package io.attendant.orders;

import static io.attendant.orders.PolicyQuestion.CARD;
import static io.attendant.orders.PolicyQuestion.GIFT;
import static io.attendant.orders.PolicyQuestion.PAYPAL;
import static io.attendant.orders.PolicyQuestion.paid;
import static io.attendant.orders.PolicyQuestion.paypal;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.conversations.ChatEvent;
import io.attendant.customers.PaymentMethod;
import io.attendant.shared.Money;
import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.Wording;
import io.attendant.shared.wording.Wordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderCardTest {
    private static final Wordings WORDS = Wordings.load("/actions/cards", Optional.of("EUR"));
    private static final List<String> KINDS = List.of(
            OrderAction.CANCEL,
            OrderAction.CHANGE_ADDRESS,
            OrderAction.CHANGE_PAYMENT,
            OrderAction.CHANGE_ITEMS,
            OrderAction.EXCHANGE,
            OrderAction.RETURN);

    private static List<ChatEvent.Line> lines(Language language, PolicyQuestion question) {
        return card(language, question).lines(question.effects());
    }

    private static OrderCard card(Language language, PolicyQuestion question) {
        return new OrderCard(WORDS.in(language), question.order(), question.customer(), "5–7");
    }

    private static List<String> english(PolicyQuestion question) {
        return lines(Language.en, question).stream()
                .map(line -> line.label() + ": " + line.value())
                .toList();
    }

    /** Every amount that the effects name, without its direction. */
    private static List<Money> amounts(OrderEffects effects) {
        List<Money> amounts = new ArrayList<>();
        effects.payments().forEach(row -> amounts.add(row.amount()));
        effects.giftCards().forEach(card -> amounts.add(card.change()));
        switch (effects.change()) {
            case OrderEffects.Cancelled cancelled -> cancelled.items().forEach(item -> amounts.add(item.price()));
            case OrderEffects.Readdressed readdressed -> {
                // No money moves.
            }
            case OrderEffects.Repaid repaid -> {
                // All of it is in the payments.
            }
            case OrderEffects.Swapped swapped -> {
                swapped.swaps().forEach(swap -> amounts.addAll(prices(swap)));
                amounts.add(swapped.priceDifference());
            }
            case OrderEffects.ReturnRequested requested -> {
                requested.items().forEach(item -> amounts.add(item.price()));
                amounts.add(requested.refund());
            }
            case OrderEffects.ExchangeRequested requested -> {
                requested.swaps().forEach(swap -> amounts.addAll(prices(swap)));
                amounts.add(requested.request().priceDifference());
            }
        }
        return amounts.stream()
                .filter(amount -> !amount.isZero())
                .map(amount -> amount.isPositive() ? amount : amount.negated())
                .toList();
    }

    private static List<Money> prices(OrderEffects.Swap swap) {
        return List.of(swap.before().price(), swap.after().price());
    }

    private static boolean names(ChatEvent.Line line, Wording words, Money amount) {
        String written = words.money(amount.amount(), Optional.empty());
        return Pattern.compile("(?<![\\d.,\\u00a0])" + Pattern.quote(written) + "(?!\\d)")
                .matcher(line.value())
                .find();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyAmountIsOnTheCardAndNothingIsLeftOpen(Language language) {
        RandomQuestions random = new RandomQuestions(new Random(7));
        Wording words = WORDS.in(language);
        int cards = 0;
        for (int i = 0; i < 600; i++) {
            String kind = KINDS.get(i % KINDS.size());
            PolicyQuestion question = random.next(kind);
            if (question.refusal().isPresent()) {
                continue;
            }
            cards++;
            OrderEffects effects = question.effects();
            List<ChatEvent.Line> lines = lines(language, question);

            assertThat(amounts(effects))
                    .allSatisfy(amount -> assertThat(lines).anyMatch(line -> names(line, words, amount)));
            assertThat(Stream.concat(
                            Stream.of(card(language, question).summary(kind, effects)),
                            lines.stream().flatMap(line -> Stream.of(line.label(), line.value()))))
                    .allSatisfy(text -> assertThat(text)
                            .isNotBlank()
                            .isEqualTo(text.strip())
                            .doesNotContainPattern("[{}]|\\bnull\\b"));
        }
        assertThat(cards).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | You pay    | Refund         | at once       | business days     | once the parcel is back",
                "de | Sie zahlen | Erstattung     | sofort        | Werktagen         | sobald das Paket wieder bei uns ist",
                "fr | Vous payez | Remboursement  | immédiatement | jours ouvrés      | dès le retour du colis",
                "es | A pagar    | Reembolso      | al instante   | días laborables   | cuando recibamos el paquete de vuelta",
                "it | Paghi      | Rimborso       | subito        | giorni lavorativi | quando il pacco sarà tornato da noi",
                "pt | A pagar    | Reembolso      | de imediato   | dias úteis        | assim que recebermos a encomenda de volta",
                "nl | Je betaalt | Terugbetaling  | meteen        | werkdagen         | zodra het pakket bij ons terug is",
                "pl | Do zapłaty | Zwrot pieniędzy | od razu      | dni roboczych     | gdy paczka do nas wróci"
            })
    void directionAndTimeAreToldApart(
            Language language, String pay, String refund, String atOnce, String days, String back) {
        Wording words = WORDS.in(language);

        PolicyQuestion repaid = new PolicyQuestion(OrderAction.CHANGE_PAYMENT);
        check(lines(language, repaid), words, "28.00", List.of(pay, refund), "5–7", days);
        assertThat(lines(language, repaid).getFirst().value()).doesNotContain(days, atOnce, back);

        PolicyQuestion credited = new PolicyQuestion(OrderAction.CANCEL).has(paid("27.50", GIFT));
        check(lines(language, credited), words, "27.50", List.of(refund), atOnce);
        PolicyQuestion cancelled = new PolicyQuestion(OrderAction.CANCEL).has(paid("27.50", CARD));
        check(lines(language, cancelled), words, "27.50", List.of(refund), "5–7", days);

        PolicyQuestion dearer = new PolicyQuestion(OrderAction.CHANGE_ITEMS);
        check(lines(language, dearer), words, "5.50", List.of(pay));
        PolicyQuestion cheaper =
                new PolicyQuestion(OrderAction.CHANGE_ITEMS).asks(List.of("V1"), List.of("V4"), PAYPAL);
        check(lines(language, cheaper), words, "7.75", List.of(refund), "5–7", days);

        PolicyQuestion dearerLater = new PolicyQuestion(OrderAction.EXCHANGE);
        check(lines(language, dearerLater), words, "5.50", List.of(pay), back);
        PolicyQuestion cheaperLater = new PolicyQuestion(OrderAction.EXCHANGE).asks(List.of("V1"), List.of("V4"), GIFT);
        check(lines(language, cheaperLater), words, "7.75", List.of(refund), back);
        assertThat(lines(language, cheaperLater)).noneMatch(line -> line.value().contains(atOnce));

        PolicyQuestion returned = new PolicyQuestion(OrderAction.RETURN).asks(List.of("V1", "M1"), List.of(), GIFT);
        check(lines(language, returned), words, "28.00", List.of(refund), back);
        assertThat(lines(language, returned)).noneMatch(line -> line.value().contains(atOnce));
    }

    /** The lines that name this amount have these labels, and the last of them has these words. */
    private static void check(
            List<ChatEvent.Line> lines, Wording words, String amount, List<String> labels, String... last) {
        List<ChatEvent.Line> found = lines.stream()
                .filter(line -> names(line, words, Money.of(amount)))
                .toList();
        assertThat(found).extracting(ChatEvent.Line::label).isEqualTo(labels);
        assertThat(last).allSatisfy(word -> assertThat(found.getLast().value()).contains(word));
    }

    @Test
    void aCancellationToTheLetter() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL).has(paid("20.00", CARD), paid("8.00", GIFT));

        assertThat(card(Language.en, question).summary(question.kind, question.effects()))
                .isEqualTo("Cancel order #1");
        assertThat(english(question))
                .containsExactly(
                        "Item: Name of P1 (bought V1), €20.00",
                        "Item: Name of P2 (bought M1), €8.00",
                        "Reason: No longer needed",
                        "Refund: €20.00 to Visa ending in 4242, within 5–7 business days",
                        "Refund: €8.00 to your gift card, at once");
    }

    @Test
    void aCancellationWithNothingToRefundSaysSo() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL).has(new Payment[0]);

        assertThat(english(question)).endsWith("Refund: Nothing is left to refund");
    }

    @Test
    void aNewAddressStandsBesideTheFormerOne() {
        assertThat(english(new PolicyQuestion(OrderAction.CHANGE_ADDRESS)))
                .containsExactly(
                        "Address so far: 1 Elm Street, 69001 Lyon, France",
                        "New address: 9 Oak Avenue, Flat 2, 02101 Boston, MA, USA");
    }

    @Test
    void aChangedPaymentToTheLetter() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_PAYMENT);

        assertThat(card(Language.en, question).summary(question.kind, question.effects()))
                .isEqualTo("Pay for order #1 with PayPal");
        assertThat(english(question))
                .containsExactly(
                        "You pay: €28.00 with PayPal",
                        "Refund: €28.00 to Visa ending in 4242, within 5–7 business days");
    }

    @Test
    void changedItemsToTheLetter() {
        PolicyQuestion question =
                new PolicyQuestion(OrderAction.CHANGE_ITEMS).asks(List.of("V1", "M1"), List.of("V2", "M2"), GIFT);

        assertThat(english(question))
                .containsExactly(
                        "Instead of: Name of P1 (bought V1), €20.00 → Name of P1 (today's V2), €25.50",
                        "Instead of: Name of P2 (bought M1), €8.00 → Name of P2 (today's M2), €7.00",
                        "You pay: €4.50 with gift card",
                        "Please note: Items can be changed once per order. After that, the order can't be changed or cancelled.");
    }

    @Test
    void aSwapAtTheSamePriceSaysThatThereIsNoDifference() {
        for (String kind : List.of(OrderAction.CHANGE_ITEMS, OrderAction.EXCHANGE)) {
            PolicyQuestion question = new PolicyQuestion(kind).asks(List.of("V1"), List.of("V3"), CARD);

            assertThat(english(question)).contains("Price difference: None").noneMatch(line -> line.contains("pay"));
        }
    }

    @Test
    void aReturnToTheLetter() {
        assertThat(english(new PolicyQuestion(OrderAction.RETURN)))
                .containsExactly(
                        "You send back: Name of P1 (bought V1), €20.00",
                        "Refund: €20.00 to Visa ending in 4242, once the parcel is back");
    }

    @Test
    void aMethodThatLeftTheProfileIsNotNamed() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL).has(paypal(PAYPAL));

        assertThat(english(question)).contains("Refund: €28.00 to the payment method used, within 5–7 business days");
    }

    @Test
    void aCardOfWhichLittleIsKnownIsJustACard() {
        PaymentMethod plain = new PaymentMethod(CARD, PaymentMethod.Kind.credit_card, null, null, null);

        assertThat(english(new PolicyQuestion(OrderAction.CANCEL).has(plain)))
                .contains("Refund: €28.00 to credit card, within 5–7 business days");
    }

    @Test
    void namesAreShownAsTheyAreWhateverTheyHold() {
        OrderItem hostile = new OrderItem("P1", "V1", "{after} $1 \\ {amount}", Map.of(), Money.of("20.00"));
        PolicyQuestion question = new PolicyQuestion(OrderAction.CHANGE_ITEMS).has(hostile);

        assertThat(english(question).getFirst())
                .isEqualTo("Instead of: {after} $1 \\ {amount}, €20.00 → {after} $1 \\ {amount} (today's V2), €25.50");
    }

    @Test
    void theOrdersOwnCurrencyGoesBeforeTheShops() {
        PolicyQuestion question = new PolicyQuestion(OrderAction.CANCEL);
        OrderData order = question.order();
        OrderData inPounds = new OrderData(
                order.id(),
                order.customerId(),
                order.status(),
                null,
                "GBP",
                null,
                order.shippingAddress(),
                order.items(),
                List.of(),
                order.payments(),
                null,
                null,
                null,
                null);

        assertThat(new OrderCard(WORDS.in(Language.en), inPounds, question.customer(), "2").lines(question.effects()))
                .extracting(ChatEvent.Line::value)
                .contains("£28.00 to Visa ending in 4242, within 2 business days");
    }
}
