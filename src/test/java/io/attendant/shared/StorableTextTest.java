package io.attendant.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {
    @ParameterizedTest
    @CsvSource({
        "a\u0000b, a\ufffdb",
        "\ud83d, \ufffd",
        "\udc00\ud83d, \ufffd\ufffd",
        "a \ud83d b 🙂, a \ufffd b 🙂",
        "Grüße 🙂, Grüße 🙂"
    })
    void whatCannotBeKeptIsReplaced(String text, String kept) {
        assertThat(StorableText.of(text)).isEqualTo(kept);
        assertThat(Ids.isStorable(kept)).isTrue();
    }

    @Test
    void nothingIsEmpty() {
        assertThat(StorableText.of(null)).isEmpty();
        assertThat(StorableText.of(null, 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void noPairIsCutInTwo(int length) {
        String cut = StorableText.of("a🙂🙂b", length);

        assertThat("a🙂🙂b").startsWith(cut);
        assertThat(cut.length()).isBetween(length - 1, length);
        assertThat(Ids.isStorable(cut)).isTrue();
    }
}
