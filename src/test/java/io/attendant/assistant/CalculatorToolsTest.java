package io.attendant.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorToolsTest {
    @ParameterizedTest
    @CsvSource({
        "0.1 + 0.2, 0.3",
        "(50.88 + 49.67) * 2, 201.1",
        "100 - 0.01, 99.99",
        "1 / 3, 0.3333333333",
        "-5 * -2, 10",
        "1000000 * 1000000, 1000000000000",
        "2 * (3 + (4 - 1)), 12",
        "100 * 0.19, 19",
        "7, 7"
    })
    void isExactInDecimals(String expression, String value) {
        assertThat(CalculatorTools.value(expression).toPlainString()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 +",
                "1 / 0",
                "2 ^ 99999999",
                "RANDOM()",
                "a + 1",
                "1; 2",
                "1..2",
                "((1)",
                "9e999999999",
                "1 == 1"
            })
    void takesNothingButArithmetic(String expression) {
        assertThatThrownBy(() -> CalculatorTools.value(expression))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_EXPRESSION));
    }
}
