package io.attendant.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "5, 5.00",
        "5.1, 5.10",
        "5.100, 5.10",
        "-3.5, -3.50",
        "0, 0.00",
        "1e2, 100.00",
        "9999999999.99, 9999999999.99"
    })
    void hasTwoDecimals(String amount, String written) {
        assertThat(Money.of(amount)).hasToString(written);
        assertThat(Json.write(Money.of(amount))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "10000000000", "1e999999999", "1e-999999999", "-1e999999999", "1e-2147483647"})
    void refusesWhatDoesNotFitAtOnce(String amount) {
        BigDecimal number = new BigDecimal(amount);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Money(number));
    }

    @Test
    void addsUp() {
        assertThat(Money.sum(List.of(Money.of("0.10"), Money.of("0.20")))).isEqualTo(Money.of("0.3"));
        assertThat(Money.sum(List.of())).isEqualTo(Money.ZERO);
    }
}
