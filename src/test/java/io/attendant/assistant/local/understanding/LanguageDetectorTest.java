package io.attendant.assistant.local.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.wording.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageDetectorTest {
    private static final LanguageDetector DETECTOR = new LanguageDetector(Lexicons.load());

    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsTheLanguageOfShortMessages(Language language) {
        List<String> phrases =
                Phrases.of(language).values().stream().flatMap(List::stream).toList();

        List<String> wrong = phrases.stream()
                .filter(phrase -> detect(phrase, null) != language)
                .toList();

        assertThat(wrong.size()).as("%s", wrong).isLessThanOrEqualTo(phrases.size() / 20);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void staysInTheLanguageOfTheConversation(Language language) {
        Phrases.of(language).values().stream()
                .flatMap(List::stream)
                .forEach(phrase ->
                        assertThat(detect(phrase, language)).as(phrase).isEqualTo(language));
    }

    @ParameterizedTest
    @CsvSource({"#W1234567, pl", "ok, de", "42, fr", "?, it", "PayPal, es", "Nordlys Kelvin X200, nl", "'', pt"})
    void whatHasNoLanguageKeepsTheConversations(String text, Language before) {
        assertThat(detect(text, before)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"#W1234567", "ok", "42", "xyzzy", "order status", "Teapot"})
    void withoutAnyHintItIsEnglish(String text) {
        assertThat(detect(text, null)).isEqualTo(Language.en);
    }

    @Test
    void followsAShopperWhoChangesTheLanguage() {
        assertThat(detect("Where is my order now?", Language.de)).isEqualTo(Language.en);
        assertThat(detect("Wo ist denn jetzt meine Bestellung?", Language.en)).isEqualTo(Language.de);
        assertThat(detect("¿Y dónde está mi pedido?", Language.pt)).isEqualTo(Language.es);
        assertThat(detect("Gdzie jest moja paczka?", Language.nl)).isEqualTo(Language.pl);
    }

    private static Language detect(String text, Language before) {
        return DETECTOR.detect(Utterance.of(text), Optional.ofNullable(before));
    }
}
