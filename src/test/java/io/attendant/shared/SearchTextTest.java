package io.attendant.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.SearchText.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource({
        "Café CRÈME, cafe creme",
        "Straße, strasse",
        "Łódź, lodz",
        "Smørrebrød, smorrebrod",
        "ﬁne, fine",
        "Ａ１, a1",
        "'13-inch, \"red\"', 13 inch red",
        "'''%\\', ''"
    })
    void wordsAreFolded(String text, String words) {
        assertThat(String.join(" ", SearchText.words(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "laptops, 'laptop':*",
                "boxes, ('box' | 'boxes')",
                "watches, 'watch':*",
                "glass, 'glass':*",
                "gas, ('gas' | 'gases')",
                "mats, ('mat' | 'mats')",
                "24, '24'",
                "batteries, ('battery':* | 'batterie':*)",
                "battery, ('battery':* | 'batterie':*)",
                "keys, ('key' | 'keys')",
                "valleys, 'valley':*",
                "x, 'x'"
            })
    void aPluralFindsItsSingularAndTheOtherWayRound(String word, String query) {
        assertThat(SearchText.queries(word)).containsExactly(query);
    }

    @Test
    void allWordsAreTriedBeforeAny() {
        assertThat(SearchText.queries("a red lamp"))
                .containsExactly("('red' | 'reds') & 'lamp':*", "('red' | 'reds') | 'lamp':*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "how do i", "'\\\u0000"})
    void withoutAWordThereIsNoQuery(String text) {
        assertThat(SearchText.queries(text)).isEmpty();
    }

    @Test
    void oneWordAloneIsLookedForWhateverItIs() {
        assertThat(SearchText.queries("which")).containsExactly("'which':*");
    }

    @Test
    void aLongWordIsNotCutInTheMiddleOfACharacter() {
        String word = SearchText.words("a" + "𐐨".repeat(100)).getFirst();

        assertThat(word).hasSizeLessThanOrEqualTo(64);
        assertThat(Ids.isStorable(word)).isTrue();
    }

    @Test
    void aVectorHasPositionsAndWeights() {
        assertThat(SearchText.vector(List.of(new Part('A', "Red lamp"), new Part('D', null), new Part('D', "A lamp"))))
                .isEqualTo("'red':1A 'lamp':2A 'a':3D 'lamp':4D ");
    }

    @Test
    void aVectorStaysBelowWhatTheDatabaseTakes() {
        String text = IntStream.range(0, 200_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

        assertThat(SearchText.vector(List.of(new Part('D', text)))).hasSizeLessThan(200_100);
    }
}
