package io.attendant.assistant.local.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attendant.shared.wording.Language;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LexiconTest {
    private static final Lexicons LEXICONS = Lexicons.load();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyIntentHasCuesInEveryLanguage(Language language) {
        assertThat(LEXICONS.of(language).cues().keySet()).isEqualTo(EnumSet.allOf(Intent.class));
        assertThat(LEXICONS.of(language).cues().values())
                .allSatisfy(cues -> assertThat(cues).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void topicsAreTheSameInEveryLanguage(Language language) {
        for (Intent intent : Intent.values()) {
            assertThat(LEXICONS.topicWords(language, intent).isEmpty())
                    .as("%s in %s", intent, language)
                    .isEqualTo(LEXICONS.topicWords(Language.en, intent).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sectionsAreTheSameInEveryLanguage(Language language) {
        assertThat(headings(language)).isEqualTo(headings(Language.en));
    }

    /** Groups only shorten the lines of their own file. */
    private static List<String> headings(Language language) {
        return WordFile.of(language).headings().stream()
                .filter(heading -> !heading.startsWith("group "))
                .sorted()
                .toList();
    }

    @Test
    void faultsInADataFileAreNamed() {
        assertThatThrownBy(() -> WordFile.parse("f", new BufferedReader(new StringReader("word\n"))))
                .hasMessageContaining("before the first section");
        assertThatThrownBy(() -> WordFile.parse("f", new BufferedReader(new StringReader("[a]\n[a]\n"))))
                .hasMessageContaining("given twice");
        assertThatThrownBy(() -> Cue.of("where @nothing", Map.of())).hasMessageContaining("unknown group");
        assertThatThrownBy(() -> Cue.of("!where", Map.of())).hasMessageContaining("a word that is there");
    }

    @Test
    void cuesReadTheirSigns() {
        Cue cue = Cue.of("where|when @order !refund* =3", Map.of("order", Phrase.all(List.of("parcel", "my_box"))));

        assertThat(cue.weight()).isEqualTo(3);
        assertThat(cue.matches(Words.of(List.of("when", "is", "my", "box", "here"))))
                .isTrue();
        assertThat(cue.matches(Words.of(List.of("my", "nice", "box", "where")))).isFalse();
        assertThat(cue.matches(Words.of(List.of("where", "parcel", "refunds")))).isFalse();
    }

    @Test
    void spellingCorrectsSlipsButNotOtherWords() {
        Spelling spelling = LEXICONS.spelling(Language.en);

        assertThat(spelling.correct(List.of("retrun", "pakage", "delivry", "wher", "statsu")))
                .containsExactly("return", "package", "delivery", "where", "status");
        assertThat(spelling.correct(List.of("trekking", "older", "w1234567", "cat", "shirt")))
                .containsExactly("trekking", "older", "w1234567", "cat", "shirt");
        assertThat(LEXICONS.spelling(Language.de).correct("zurueckschicken")).isEqualTo("zuruckschicken");
    }
}
