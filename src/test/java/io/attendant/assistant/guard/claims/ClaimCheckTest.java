package io.attendant.assistant.guard.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ClaimCheck CHECK = ClaimCheck.load();

    private static final String ORDER = """
            {"id":"#A1","status":"processed","placedAt":"2026-11-16T10:00:00Z","currency":"USD",
             "items":[{"productId":"P1","variantId":"V1","name":"Heron lamp","options":{"color":"brass"},"price":89.00},
                      {"productId":"P2","variantId":"V2","name":"Wren table","options":{"size":"120 cm"},"price":1145.50}],
             "shipments":[
               {"trackingNumbers":["NX55209177"],"variantIds":["V1"],"carrier":"Northline","status":"delivered",
                "events":[{"at":"2026-11-19T12:40:00Z","status":"delivered","location":"Bath"}]},
               {"trackingNumbers":["NX55209188"],"variantIds":["V2"],"carrier":"Northline","status":"in_transit",
                "expectedAt":"2026-11-26T12:00:00Z"}],
             "payments":[{"type":"payment","amount":1234.50,"paymentMethodId":"card_1"}],
             "totals":{"itemCount":2,"items":1234.50,"paid":1234.50,"refunded":0.00}}""";
    private static final String ARTICLES = """
            {"articles":[{"id":"returns","title":"Returns","locale":"en","body":"You have **30 days** after delivery. \
            Clearance items: 14 days. The label costs $6.95. Students get 15% off. Refunds take 5 to 7 business days. \
            Write to care@shop.example or see https://shop.example/returns. We are there Monday to Friday, 9 to 17:30."}]}""";

    private static Evidence.Builder shop() {
        return Evidence.builder(TODAY, "USD")
                .configured("Harbour Lane")
                .toolResult("getOrderDetails", "{\"orderId\":\"#A1\"}", ORDER)
                .toolResult("searchHelp", "{\"query\":\"returns\"}", ARTICLES)
                .shopper("You promised me $500! My number is #Z77 and my mail is ana@mail.example, 21 days ago.");
    }

    @Test
    void whatWasDoneIsKnownOfAnOrderThatNoToolToldOf() {
        Evidence cancelled = Evidence.builder(TODAY, "USD")
                .done("cancelOrder", Optional.of("#B7"))
                .build();
        assertThat(kinds("It is cancelled.", cancelled)).isEmpty();
        assertThat(kinds("Order #B7 is cancelled.", cancelled)).isEmpty();
        assertThat(kinds("Order #B7 has been delivered.", cancelled)).containsExactly(Claim.Kind.STATUS);
        assertThat(kinds("It is on its way.", cancelled)).containsExactly(Claim.Kind.STATUS);
    }

    private static List<Claim.Kind> kinds(String sentence, Evidence evidence) {
        return CHECK.check(sentence, "", evidence).stream()
                .map(Claim::kind)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The total was $1,234.51.                              | AMOUNT
            Insgesamt waren es 1.234,05 $.                        | AMOUNT
            The total was €1,234.50.                              | AMOUNT
            The total was 1,234.50 EUR.                           | AMOUNT
            Yes, you were promised $500.                          | AMOUNT
            Students get 25% off.                                 | PERCENTAGE
            You ordered it on Nov 17.                             | DATE
            Bestellt haben Sie am 17.11.                          | DATE
            The table was ordered yesterday.                      | DATE
            Es wurde am Dienstag, dem 16. November bestellt.      | DATE
            We are there until 18:30.                             | TIME
            You have 40 days.                                     | COUNT
            There are seven items.                                | COUNT
            Clearance items have 30 days.                         | COUNT
            The table has been delivered.                         | STATUS
            Der Tisch wurde storniert, also ist alles storniert.  | STATUS
            The lamp has not been delivered.                      | STATUS
            I've cancelled your order.                            | DONE
            Ich habe Ihnen das Geld erstattet.                    | DONE
            Nous vous avons envoyé un e-mail.                     | DONE
            A colleague will call you back.                       | PROMISE
            Le enviaremos un vale.                                | PROMISE
            Your order is #A2.                                    | ORDER
            The number is NX55209199.                             | TRACKING
            The lamp has number NX55209188.                       | TRACKING
            Write to help@shop.example.                           | EMAIL
            See https://shop.example/refunds.                     | URL
            The Heron lamp was $1,145.50.                         | PRICE
            You paid with Klarna.                                 | PAYMENT_METHOD
            The return label is free of charge.                   | FREE""")
    void whatNobodyVouchesForIsToldByItsKind(String sentence, Claim.Kind kind) {
        assertThat(kinds(sentence, shop().build())).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The total was $1,234.50, that is **1234.50 USD**.",
                "Insgesamt waren es 1.234,50 $.",
                "Łącznie było to 1 234,50 USD.",
                "You ordered it on Nov 16, so six days ago.",
                "Bestellt wurde am 16.11. und geliefert wird am Donnerstag.",
                "La commande date du 16 novembre 2026.",
                "The lamp was delivered on 11/19/2026.",
                "The lamp was $89 and the table $1,145.50.",
                "The table and the lamp were $1,145.50 and $89.",
                "Your order has two items: the lamp and a table in 120 cm.",
                "1. The lamp costs $89.00.",
                "It's two parcels; the table is still on its way.",
                "Clearance items have two weeks.",
                "Refunds take 5–7 business days.",
                "Is it the order for the lamp that was cancelled?",
                "If your order has been delivered, I can prepare a return.",
                "Only pending orders can be cancelled.",
                "I can connect you with a person.",
                "I've had a look at your order.",
                "I can't confirm any $500, sorry.",
                "Your order number #Z77 and ana@mail.example don't match.",
                "We're there 24/7 in spirit, and Monday to Friday in person.",
                "Un momento, por favor."
            })
    void whatIsVouchedForOrClaimsNothingPasses(String sentence) {
        assertThat(CHECK.check(sentence, "", shop().build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The refund for the lamp went through.                    | DONE
            Ihre Rückerstattung wurde soeben angestoßen.             | DONE
            L'annulation a été prise en compte.                      | DONE
            Su reembolso ya está en marcha.                          | DONE
            Il rimborso è appena partito.                            | DONE
            O estafeta já foi avisado.                               | DONE
            De bevestiging zit al in je mailbox.                     | DONE
            Nowy adres jest już zapisany na koncie.                  | DONE
            You'll hear from us by e-mail.                           | PROMISE
            Ich hake beim Paketdienst nach.                          | PROMISE
            Je relance le transporteur pour vous.                    | PROMISE
            Por la espera le corresponde un vale.                    | PROMISE
            Sollecito il corriere per lei.                           | PROMISE
            Alguém da equipa liga-lhe antes do meio-dia.             | PROMISE
            Ik trek bij de vervoerder aan de bel.                    | PROMISE
            Za czekanie należy się Panu bon.                         | PROMISE
            Both the lamp and the table have been delivered.         | STATUS
            Von #A1 ist noch gar nichts bei Ihnen angekommen.        | STATUS
            Both parcels have arrived.                               | COUNT
            You paid #A1 with your gift card.                        | PAYMENT_METHOD
            Die Rücksendung geht auf uns.                            | FREE""")
    void synonymsAndImpersonalFormsAreClaimsToo(String sentence, Claim.Kind kind) {
        assertThat(kinds(sentence, shop().build())).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sagen Sie Bescheid, dann bereite ich die Rückgabe vor.",
                "Si vous le souhaitez, je fais venir une personne de l'équipe.",
                "No encuentro nada sobre entregas en sábado.",
                "Il lucchetto non lo vedo nel suo ordine.",
                "Lamento, mas não posso dar descontos.",
                "Zal ik de retour voor je klaarzetten?",
                "Niestety sam nie mogę przyznawać rabatów.",
                "The lamp reached you on November 19; the rest is still on its way.",
                "The discount for students is 15%."
            })
    void offersRefusalsAndWhatIsNotKnownClaimNothing(String sentence) {
        assertThat(CHECK.check(sentence, "", shop().build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You are third in line.          | true
            You are fifth in line.          | false
            Vor Ihnen sind zwei Personen.   | true
            Vor Ihnen ist nur eine Person.  | false
            Jest Pan trzeci w kolejce.      | true
            Es usted el quinto en la cola.  | false""")
    void placesInTheQueueMustBeTheTickets(String sentence, boolean truth) {
        Evidence waiting = shop().toolResult(
                        "handOffToHuman", "{}", "{\"ticketId\":\"t\",\"state\":\"waiting\",\"position\":3}")
                .build();

        assertThat(kinds(sentence, waiting).isEmpty()).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Frames carry a five year warranty.                            | true
            Batteries carry a five year warranty.                         | false
            Batteries are covered for two years, the frame for five.      | true
            Standard shipping takes 1 business day.                       | false
            You get your money back within a day.                         | false""")
    void figuresOfTextsBelongToWhatTheTextsSayThemOf(String sentence, boolean truth) {
        Evidence texts = shop().toolResult("searchHelp", "{}", """
                        {"articles":[{"title":"Shipping","body":"Standard shipping takes 3 to 5 business days, express takes \
                        1 business day. Refunds reach your account after 4 business days."},
                        {"title":"Warranty","body":"Frames carry a 5 year warranty, batteries 2 years."}]}""").build();

        assertThat(kinds(sentence, texts).isEmpty()).isEqualTo(truth);
    }

    @Test
    void shoppersVouchForIdentifiersOnly() {
        assertThat(kinds("It was 21 days ago.", shop().build())).containsExactly(Claim.Kind.COUNT);
        assertThat(kinds("I looked for #Z77.", shop().build())).isEmpty();
    }

    @Test
    void argumentsOfARefusedCallVouchForNothing() {
        String arguments = "{\"orderId\":\"#B9\",\"line1\":\"Elm Road 87\"}";
        Evidence refused = shop().toolResult(
                        "changeShippingAddress",
                        arguments,
                        "{\"refused\":\"order_not_pending\",\"message\":\"Too late.\"}")
                .build();
        Evidence accepted = shop().toolResult(
                        "changeShippingAddress", arguments, "{\"actionId\":\"x\",\"kind\":\"changeShippingAddress\"}")
                .build();

        assertThat(kinds("It goes to Elm Road 87.", refused)).containsExactly(Claim.Kind.COUNT);
        assertThat(kinds("It would go to Elm Road 87.", accepted)).isEmpty();
    }

    @Test
    void aLaterResultTakesThePlaceOfTheEarlierOne() {
        Evidence evidence = shop().toolResult(
                        "getOrderDetails", "{\"orderId\":\"#A1\"}", ORDER.replace("processed", "cancelled"))
                .build();

        assertThat(kinds("Your order is cancelled.", shop().build())).containsExactly(Claim.Kind.STATUS);
        assertThat(kinds("Your order is cancelled.", evidence)).isEmpty();
    }

    @Test
    void whatWasDoneMayBeTold() {
        Evidence done = shop().done("changeShippingAddress", Optional.of("#A1")).build();

        assertThat(kinds("I've changed the address.", shop().build())).containsExactly(Claim.Kind.DONE);
        assertThat(kinds("I've changed the address.", done)).isEmpty();
        assertThat(kinds("I've cancelled the order.", done)).contains(Claim.Kind.DONE);
    }

    @Test
    void aCancelledOrderIsCancelledWhateverTheToolsToldBefore() {
        Evidence done = shop().done("cancelOrder", Optional.of("#A1")).build();

        assertThat(kinds("I've cancelled #A1, so it is cancelled now.", done)).isEmpty();
        assertThat(kinds("#A1 is still being processed.", done)).containsExactly(Claim.Kind.STATUS);
    }

    @Test
    void peopleMayBePromisedOnceTheyWereBroughtIn() {
        Evidence ticket = shop().ticket(true).build();

        assertThat(kinds("A colleague will get back to you.", ticket)).isEmpty();
        assertThat(kinds("A colleague will send you a $20 voucher.", ticket)).contains(Claim.Kind.PROMISE);
    }

    @Test
    void calculatedFiguresMayBeTold() {
        Evidence evidence = shop().toolResult(
                        "calculate", "{\"expression\":\"2 * 89\"}", "{\"expression\":\"2 * 89\",\"result\":178}")
                .build();

        assertThat(kinds("Two lamps would be $178.", shop().build())).contains(Claim.Kind.AMOUNT);
        assertThat(kinds("Two lamps would be $178.", evidence)).isEmpty();
    }

    @Test
    void brokenJsonAndEmptySentencesDoNoHarm() {
        Evidence evidence =
                shop().toolResult("getOrderDetails", "{", "nonsense").build();

        assertThat(CHECK.check("", "", evidence)).isEmpty();
        assertThat(CHECK.check(" \n ", "", evidence)).isEmpty();
        assertThat(kinds("😀 **$7**", evidence)).containsExactly(Claim.Kind.AMOUNT);
    }
}
