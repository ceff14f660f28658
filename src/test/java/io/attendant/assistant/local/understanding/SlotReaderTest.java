package io.attendant.assistant.local.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.wording.Language;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotReaderTest {
    private static final SlotReader READER = new SlotReader(Lexicons.load());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | where is #W1234567?                         | #W1234567
            en | w1234567                                    | #W1234567
            en | W1234567                                    | #W1234567
            en | status of order 1234567 please              | #1234567
            en | order no. #A1001                            | #A1001
            en | a1001                                       | #A1001
            en | whats in order a1001                        | #A1001
            en | order number is 4711                        | #4711
            en | order #1001                                 | #1001
            en | # W1234567                                  | #W1234567
            en | order W 1234567                             | #W1234567
            en | Order:W1234567.                             | #W1234567
            en | my order is W-1234567                       | #W1234567
            en | (#W1234567)                                 | #W1234567
            de | Bestellung Nr. 4711 ist nicht da            | #4711
            de | meine Bestellnummer lautet A1001            | #A1001
            de | Auftrag 123456                              | #123456
            fr | ma commande n° 1001                         | #1001
            fr | commande numéro W1234567                    | #W1234567
            es | mi pedido nº 123456                         | #123456
            es | el pedido número A1001                      | #A1001
            it | ordine n. 1001                              | #1001
            it | il mio ordine W1234567                      | #W1234567
            pt | pedido número 1234567                       | #1234567
            pt | a minha encomenda A1001                     | #A1001
            nl | bestelling 1234567                          | #1234567
            nl | bestelnummer is A1001                       | #A1001
            pl | zamówienie nr 1234567                       | #1234567
            pl | numer zamówienia to A1001                   | #A1001
            """)
    void readsOrderNumbersInCommonWritings(Language language, String text, String number) {
        assertThat(read(language, text).orderId()).contains(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | lamps under 50
            en | do you deliver to zip 12345
            en | my postcode is 1012 AB
            en | call me at 0049 30 1234567
            en | budget 2000 euros
            en | size 42
            en | I want to order 100 lamps
            en | product P1001
            en | tracking number 123456789012
            en | write to anna1234@example.com
            en | an usb3 cable and an E27 bulb
            en | the A4 notebook
            en | see https://example.com/a1001
            de | Lampen unter 5000 Euro
            de | meine PLZ ist 10115
            de | D-10115 Berlin
            fr | moins de 1500 euros
            fr | code postal 75001
            es | código postal 28001
            it | cap 20121
            pt | cep 12345
            nl | postcode 1012
            pl | kod pocztowy 00950
            """)
    void takesNoOtherNumberForAnOrders(Language language, String text) {
        Slots slots = read(language, text);

        assertThat(slots.orderId()).isEmpty();
        assertThat(slots.bareNumber()).isEmpty();
    }

    @Test
    void bareDigitsMayBeAnAnswer() {
        assertThat(read(Language.en, "1234567").bareNumber()).contains("#1234567");
        assertThat(read(Language.en, "it's 4711").bareNumber()).contains("#4711");
        assertThat(read(Language.en, "1234567").orderId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | a lamp under 50                | 50
            en | less than €49.99               | 49.99
            en | up to 1,200 dollars            | 1200
            en | something for 30 or less       | 30
            en | max. 80€                       | 80
            en | my budget is $25               | 25
            de | Lampe unter 50 Euro            | 50
            de | höchstens 49,90 €              | 49.90
            de | bis zu 1.200,50 Euro           | 1200.50
            de | für 30 Euro oder weniger       | 30
            fr | une lampe à moins de 50 euros  | 50
            fr | maximum 49,90 €                | 49.90
            es | por menos de 50 euros          | 50
            es | hasta 30€                      | 30
            it | sotto i 50 euro                | 50
            it | fino a 30 €                    | 30
            pt | abaixo de 50 euros             | 50
            pt | até 30€                        | 30
            nl | onder 50 euro                  | 50
            nl | maximaal € 30                  | 30
            pl | poniżej 50 zł                  | 50
            pl | do 30 złotych                  | 30
            """)
    void readsPriceLimits(Language language, String text, BigDecimal limit) {
        assertThat(read(language, text).maxPrice())
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(limit));
    }

    @ParameterizedTest
    @CsvSource({"en, a lamp for 2 people", "en, 3 lamps", "de, in 24 Stunden", "en, under the table", "en, under 0"})
    void otherNumbersAreNoLimit(Language language, String text) {
        assertThat(read(language, text).maxPrice()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | the second one  | 2
            en | 2nd             | 2
            en | 3               | 3
            de | die zweite      | 2
            fr | le deuxième     | 2
            es | la primera      | 1
            it | il terzo        | 3
            pt | o segundo       | 2
            nl | de tweede       | 2
            pl | drugie          | 2
            """)
    void readsOrdinals(Language language, String text, int ordinal) {
        assertThat(read(language, text).ordinal()).isEqualTo(OptionalInt.of(ordinal));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | and the other one?     | my last order
            de | und die andere?        | meine letzte Bestellung
            fr | et l'autre ?           | ma dernière commande
            es | ¿y el otro?            | mi último pedido
            it | e l'altro?             | il mio ultimo ordine
            pt | e o outro?             | o meu último pedido
            nl | en de andere?          | mijn laatste bestelling
            pl | a to drugie?           | moje ostatnie zamówienie
            """)
    void readsOtherAndLast(Language language, String other, String last) {
        assertThat(read(language, other).other()).isTrue();
        assertThat(read(language, last).last()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | yes please        | no thanks
            en | yeah              | nope
            de | ja, bitte         | nein danke
            fr | oui               | non merci
            es | sí, por favor     | no, gracias
            it | sì                | no grazie
            pt | sim, por favor    | não, obrigado
            nl | ja graag          | nee bedankt
            pl | tak, proszę       | nie, dziękuję
            """)
    void readsYesAndNo(Language language, String yes, String no) {
        assertThat(read(language, yes).reply()).contains(Slots.Reply.yes);
        assertThat(read(language, no).reply()).contains(Slots.Reply.no);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Do you have a black desk lamp under 50 in stock?  | black desk lamp
            de | Ich suche einen blauen Rucksack unter 80 Euro     | blauen Rucksack
            fr | Avez-vous une théière verte à moins de 40 euros ? | théière verte
            es | Busco una lámpara de mesa por menos de 50 euros   | lámpara mesa
            it | Cerco uno zaino rosso sotto i 60 euro             | zaino rosso
            pt | Procuro uma mochila azul até 60 euros             | mochila azul
            nl | Ik zoek een groene waterkoker onder 50 euro       | groene waterkoker
            pl | Szukam czarnego plecaka poniżej 200 zł            | czarnego plecaka
            """)
    void keepsTheWordsThatSayWhatIsLookedFor(Language language, String text, String words) {
        Slots slots = read(language, text);

        assertThat(String.join(" ", slots.contentWords())).isEqualTo(words);
        assertThat(slots.maxPrice()).isPresent();
    }

    @Test
    void stockIsOnlyDemandedWhenSaid() {
        assertThat(read(Language.en, "a lamp in stock").inStockOnly()).isTrue();
        assertThat(read(Language.de, "Lampen auf Lager").inStockOnly()).isTrue();
        assertThat(read(Language.en, "a lamp").inStockOnly()).isFalse();
    }

    @Test
    void anEmptyMessageNamesNothing() {
        Slots slots = read(Language.en, " ");

        assertThat(slots.contentWords()).isEmpty();
        assertThat(slots.reply()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            en | order #A1001, jo.smith+shop@example.co.uk            | jo.smith+shop@example.co.uk | -
            en | my e-mail is ana@example.com and my zip code is 10999 | ana@example.com             | 10999
            en | postcode BS6 5AT                                      | -                           | BS6 5AT
            en | it's T12 X4K9, order #A1001                           | -                           | T12 X4K9
            de | Bestellung #A1001, PLZ 10115                          | -                           | 10115
            fr | code postal : 69004                                   | -                           | 69004
            es | mi código postal es el 46003                          | -                           | 46003
            it | il CAP è 40126                                        | -                           | 40126
            pt | moro em 4050-036                                      | -                           | 4050-036
            nl | 3514 TB, bestelling #A1001                            | -                           | 3514 TB
            pl | mój kod pocztowy to 30-081                            | -                           | 30-081
            en | where is order 10999                                  | -                           | -
            en | I want the lamp @ 50                                  | -                           | -
            """)
    void readsWhatShowsWhoSomebodyIs(Language language, String text, String email, String postalCode) {
        assertThat(read(language, text).email()).isEqualTo(Optional.ofNullable(email));
        assertThat(read(language, text).postalCode()).isEqualTo(Optional.ofNullable(postalCode));
    }

    private static Slots read(Language language, String text) {
        return READER.read(Utterance.of(text), language);
    }
}
