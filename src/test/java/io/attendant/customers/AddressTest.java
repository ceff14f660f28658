package io.attendant.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "1 Elm Street, Lyon, 69001, France, true",
        "'', Lyon, 69001, France, false",
        "' ', Lyon, 69001, France, false",
        "1 Elm Street, '', 69001, France, false",
        "1 Elm Street, '\t', 69001, France, false",
        "1 Elm Street, Lyon, '', France, false",
        "1 Elm Street, Lyon, 69001, '', false",
        "'', '', '', '', false",
        "-, Lyon, 69001, France, false",
        "\u00a0, Lyon, 69001, France, false",
        "1 Elm Street, \u200b, 69001, France, false",
        "1 Elm Street, Lyon, ., France, false",
        "1 Elm Street, Lyon, 69001, ?, false",
        "丁目1, 東京, 100-0001, 日本, true"
    })
    void streetCityCodeAndCountryAreNeeded(
            String line1, String city, String postalCode, String country, boolean complete) {
        assertThat(new Address(line1, "", city, "", postalCode, country).isComplete())
                .isEqualTo(complete);
        assertThat(new Address(line1, "Flat 2", city, "Rhône", postalCode, country).isComplete())
                .isEqualTo(complete);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US",
                "us",
                "USA",
                " usa ",
                "U.S.",
                "U.S.A.",
                "United States",
                "UNITED STATES",
                "United States of America",
                "U.S.A",
                "u s",
                "Vereinigte Staaten",
                "États-Unis",
                "etats unis",
                "Estados Unidos",
                "Stati Uniti",
                "Verenigde Staten",
                "Stany Zjednoczone",
                "CA",
                "CAN",
                "Canada",
                "canada",
                "Kanada",
                "Canadá",
                "AU",
                "AUS",
                "Australia",
                "Australien",
                "Australie",
                "Austrália",
                "Australië"
            })
    void aStateIsNeededInTheUsCanadaAndAustralia(String country) {
        assertThat(new Address("1 Elm Street", "", "Town", "", "12345", country).isComplete())
                .isFalse();
        for (String none : new String[] {" ", "\u00a0", "-"}) {
            assertThat(new Address("1 Elm Street", "", "Town", none, "12345", country).isComplete())
                    .isFalse();
        }
        assertThat(new Address("1 Elm Street", "", "Town", "XY", "12345", country).isComplete())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE",
                "Germany",
                "France",
                "Austria",
                "Österreich",
                "Cameroon",
                "Mexico",
                "Estados Unidos Mexicanos",
                "GB",
                "United Kingdom",
                "日本"
            })
    void aStateIsNeededNowhereElse(String country) {
        assertThat(new Address("1 Elm Street", "", "Town", "", "12345", country).isComplete())
                .isTrue();
    }

    @Test
    void partsThatNobodySaidAreEmptyAndStaySo() {
        Address address = Address.fromWords("1 Elm Street", null, "Lyon", null, "69001", "France");

        assertThat(address).isEqualTo(new Address("1 Elm Street", "", "Lyon", "", "69001", "France"));
        assertThat(address.isComplete()).isTrue();
        assertThat(Json.write(address.stripped())).contains("\"line2\":\"\"", "\"state\":\"\"");
    }

    @Test
    void aPartThatNoAddressHasIsRefused() {
        for (String part : new String[] {"x".repeat(201), "a\u0000b", "\ud83d"}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> Address.fromWords(part, "", "Lyon", "", "69001", "France"))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_ARGUMENTS));
        }
    }

    @Test
    void isWrittenInOneLineWithoutItsEmptyParts() {
        assertThat(new Address("1 Elm Street", "Flat 2", "Boston", "MA", "02101", "USA").written())
                .isEqualTo("1 Elm Street, Flat 2, 02101 Boston, MA, USA");
        assertThat(new Address("1 Elm Street", "", "Lyon", "", "69001", "France").written())
                .isEqualTo("1 Elm Street, 69001 Lyon, France");
    }
}
