package io.attendant.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource({"56,PT56S", "56s,PT56S", "56.185908122s,PT56.185908122S", "0.5,PT0.5S", "' 7 ',PT7S", "0,PT0S"})
    void readsSeconds(String text, Duration expected) {
        assertThat(RetryAfter.seconds(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999", "1.1234567891s", "Wed, 21 Oct 2026 07:28:00 GMT"})
    void ignoresAnythingElse(String text) {
        assertThat(RetryAfter.seconds(text)).isEmpty();
    }

    @Test
    void readsTheLongestThereIs() {
        assertThat(RetryAfter.seconds("999999999.999999999")).contains(Duration.ofSeconds(999_999_999, 999_999_999));
    }
}
