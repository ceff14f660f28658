package io.attendant.assistant.local.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attendant.orders.OrderStatus;
import io.attendant.orders.Shipment;
import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.Wording;
import io.attendant.shared.wording.Wordings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static Wording wording(Language language, Optional<String> currency) {
        return Wordings.load("/local/templates", currency).in(language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyStatusHasWords(Language language) {
        Wording wording = wording(language, Optional.empty());

        for (OrderStatus status : OrderStatus.values()) {
            assertThat(wording.has("status." + status)).isTrue();
            assertThat(wording.has("order.status." + status)).isTrue();
        }
        for (Shipment.Status status : Shipment.Status.values()) {
            assertThat(wording.has("parcel.status." + status)).isTrue();
        }
        for (Language written : Language.values()) {
            assertThat(wording.has("help.language." + written)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | €1,234.50 | $1,234.50    | March 1, 2026       | A, B and C
            de | 1.234,50~€ | 1.234,50~$  | 01.03.2026          | A, B und C
            fr | 1~234,50~€ | 1~234,50~$US | 1er mars 2026      | A, B et C
            es | 1.234,50~€ | 1.234,50~US$  | 1 de marzo de 2026  | A, B y C
            it | 1.234,50~€ | 1.234,50~USD  | 1 marzo 2026        | A, B e C
            pt | 1~234,50~€ | 1~234,50~US$  | 1 de março de 2026  | A, B e C
            nl | €~1.234,50 | US$~1.234,50 | 1 maart 2026       | A, B en C
            pl | 1~234,50~zł | 1~234,50~USD | 1 marca 2026        | A, B i C
            """)
    void writesMoneyDatesAndListsAsPeopleDo(Language language, String own, String dollars, String date, String list) {
        Wording wording = wording(language, Optional.of(language == Language.pl ? "PLN" : "EUR"));
        BigDecimal amount = new BigDecimal("1234.5");

        assertThat(wording.money(amount, Optional.empty())).isEqualTo(own.replace('~', '\u00a0'));
        assertThat(wording.money(amount, Optional.of("USD"))).isEqualTo(dollars.replace('~', '\u00a0'));
        assertThat(wording.date(Instant.parse("2026-03-01T23:59:59Z"))).isEqualTo(date);
        assertThat(wording.list(List.of("A", "B", "C"))).isEqualTo(list);
        assertThat(wording.list(List.of("A"))).isEqualTo("A");
        assertThat(wording.list(List.of())).isEmpty();
    }

    @Test
    void inventsNoCurrency() {
        Wording wording = wording(Language.en, Optional.empty());

        assertThat(wording.money(new BigDecimal("9.9"), Optional.empty())).isEqualTo("9.90");
        assertThat(wording.money(new BigDecimal("9.9"), Optional.of("QQQ"))).isEqualTo("9.90\u00a0QQQ");
        assertThat(wording.money(new BigDecimal("9.9"), Optional.of("JPY"))).isEqualTo("¥9.90");
    }

    @Test
    void countsInTheLanguagesForms() {
        assertThat(polish(1, 2, 5, 12, 22, 25))
                .containsExactly(
                        "Masz 1 zamówienie.",
                        "Masz 2 zamówienia.",
                        "Masz 5 zamówień.",
                        "Masz 12 zamówień.",
                        "Masz 22 zamówienia.",
                        "Masz 25 zamówień.");
        assertThat(wording(Language.fr, Optional.empty()).count("orders.count", 0))
                .isEqualTo("Vous avez 0 commande.");
        assertThat(wording(Language.en, Optional.empty()).count("orders.count", 1))
                .isEqualTo("You have 1 order.");
    }

    private static Stream<String> polish(int... counts) {
        Wording wording = wording(Language.pl, Optional.empty());
        return java.util.Arrays.stream(counts).mapToObj(count -> wording.count("orders.count", count));
    }

    @Test
    void aMissingKeyOrValueIsAnError() {
        Wording wording = wording(Language.en, Optional.empty());

        assertThatThrownBy(() -> wording.text("no.such.key")).hasMessageContaining("no.such.key");
        assertThatThrownBy(() -> wording.text("order.placed")).hasMessageContaining("date");
    }

    @Test
    void valuesAreTakenAsTheyAre() {
        Wording wording = wording(Language.en, Optional.empty());

        assertThat(wording.text("order.placed", Map.of("date", "$1 {date} \\")))
                .isEqualTo("It was placed on $1 {date} \\.");
    }
}
