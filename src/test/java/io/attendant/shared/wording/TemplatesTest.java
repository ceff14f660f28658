package io.attendant.shared.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All sentences that the server says by itself, in all its languages. */
class TemplatesTest {
    private static final Pattern PLURAL = Pattern.compile("\\.(one|few|other)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    /** Parts of sentences rather than sentences. */
    private static final Pattern PART = Pattern.compile(
            "status\\..*|product\\.from|product\\.sold_out|orders\\.line|person\\.summary|.*\\.(summary|label|value|subject)|code\\.again"
                    + "|method\\..*|address\\..*|do\\.reason\\..*|do\\.items\\.all|do\\.address\\.(order|account)");

    static Stream<Arguments> files() {
        return Stream.of("/local/templates", "/actions/cards", "/actions/replies", "/identity/replies")
                .flatMap(family -> Arrays.stream(Language.values()).map(language -> Arguments.of(family, language)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyKeyIsInEveryLanguage(String family, Language language) {
        assertThat(bare(family, language)).isEqualTo(bare(family, Language.en));
    }

    private static Set<String> bare(String family, Language language) {
        return Templates.of(family, language).keys().stream()
                .map(key -> PLURAL.matcher(key).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPluralFormIsThere(String family, Language language) {
        Templates templates = Templates.of(family, language);
        List<String> forms = language == Language.pl ? List.of("one", "few", "other") : List.of("one", "other");

        templates.keys().stream()
                .filter(key -> PLURAL.matcher(key).find())
                .map(key -> PLURAL.matcher(key).replaceFirst(""))
                .forEach(key -> assertThat(forms)
                        .allSatisfy(form -> assertThat(templates.find(key + "." + form))
                                .as(key)
                                .isPresent()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void valuesGoInTheSamePlaces(String family, Language language) {
        Templates english = Templates.of(family, Language.en);
        Templates templates = Templates.of(family, language);

        templates.keys().stream()
                .filter(key -> english.find(key).isPresent())
                .forEach(key -> assertThat(placeholders(templates.find(key).orElseThrow()))
                        .as(key)
                        .isEqualTo(placeholders(english.find(key).orElseThrow())));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void sentencesAreWholeAndHoldNoFigureOfTheirOwn(String family, Language language) {
        Templates templates = Templates.of(family, language);

        templates.keys().forEach(key -> {
            String text = templates.find(key).orElseThrow();
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip()).doesNotContainPattern("\\d");
            if (!PART.matcher(key).matches()) {
                assertThat(text).as(key).matches("(?s).*[.!?]");
            }
        });
    }
}
