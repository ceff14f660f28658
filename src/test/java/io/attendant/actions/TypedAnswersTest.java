package io.attendant.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.wording.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAnswersTest {
    private static final String APOSTROPHES = "'’‘`´ʼ′＇";

    private static final TypedAnswers ANSWERS = new TypedAnswers();

    static Stream<Arguments> lists() {
        return languages()
                .flatMap(language -> Stream.of(
                        Arguments.of(language, "yes", Decisions.Decision.confirm),
                        Arguments.of(language, "no", Decisions.Decision.decline)));
    }

    static Stream<Arguments> phrases() {
        return lists().flatMap(list -> {
            Object[] of = list.get();
            return listed((String) of[0], (String) of[1]).stream().map(phrase -> Arguments.of(phrase, of[2]));
        });
    }

    private static Stream<String> languages() {
        return Stream.concat(Arrays.stream(Language.values()).map(Language::name), Stream.of("ar"));
    }

    private static List<String> listed(String language, String key) {
        String name = "/actions/answers." + language + ".properties";
        try (InputStream in = TypedAnswersTest.class.getResourceAsStream(name)) {
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            assertThat(file.stringPropertyNames()).containsExactlyInAnyOrder("yes", "no");
            return List.of(file.getProperty(key).split("\\|", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listsHoldWordsOnceEach(String language, String key, Decisions.Decision decision) {
        assertThat(listed(language, key))
                .as(decision.name())
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates()
                .allSatisfy(phrase -> assertThat(phrase)
                        .isEqualTo(phrase.strip())
                        .hasSizeBetween(2, 45)
                        .matches("[\\p{L}'\\- ]+"));
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void everyPhraseDecidesHoweverItIsTyped(String phrase, Decisions.Decision decision) {
        for (String typed : List.of(
                phrase,
                phrase.toUpperCase(Locale.ROOT),
                phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1),
                "  " + phrase + "\n",
                phrase + ".",
                phrase + "!!!",
                phrase + " 👍🏽",
                "✅ " + phrase + " 🙏",
                "«" + phrase + "»",
                "\u200f" + phrase + "\u200e",
                phrase + "…",
                phrase.replace(" ", ", "),
                phrase.replace(" ", "\u00a0"),
                phrase.replace(" ", "  "),
                phrase.replace("'", ""),
                Normalizer.normalize(phrase, Normalizer.Form.NFD),
                Normalizer.normalize(phrase, Normalizer.Form.NFC))) {
            assertThat(ANSWERS.read(typed)).as(typed).contains(decision);
        }
        APOSTROPHES.chars().forEach(apostrophe -> {
            String typed = phrase.replace('\'', (char) apostrophe);
            assertThat(ANSWERS.read(typed)).as(typed).contains(decision);
        });
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void aPhraseWithMoreOrAsAQuestionDecidesNothing(String phrase, Decisions.Decision decision) {
        for (String typed : List.of(
                phrase + "?",
                phrase + " ?!",
                phrase + "؟",
                "¿" + phrase,
                phrase + "？",
                phrase + " ❓",
                phrase + "⁉",
                phrase + "‽",
                phrase + " if it is free",
                phrase + " but to my old address",
                "he said " + phrase,
                phrase + " #S1001",
                phrase + " 2",
                phrase + "x",
                phrase + "!".repeat(60))) {
            assertThat(ANSWERS.read(typed)).as(decision + " " + typed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "\n",
                ".",
                "!",
                "👍",
                "👎",
                "yes 👎",
                "ja 🤔",
                "🆗",
                "✅",
                "1",
                "1️⃣",
                "0",
                "y",
                "n",
                "ok",
                "OK.",
                "okay",
                "k",
                "fine",
                "good",
                "great",
                "hm",
                "thanks",
                "thank you",
                "danke",
                "merci",
                "gracias",
                "grazie",
                "obrigado",
                "bedankt",
                "dziękuję",
                "شكرا",
                "yes but to my old address",
                "yes, but not today",
                "yes?",
                "yes no",
                "yes/no",
                "no yes",
                "yes and also the other one",
                "yes 2",
                "yesterday",
                "not",
                "no idea where it is",
                "no problem",
                "no worries",
                "don't worry",
                "why not",
                "maybe",
                "I don't know",
                "cancel",
                "cancel it",
                "wait",
                "what does that mean",
                "is it a no",
                "y e s",
                "ja, aber …",
                "ja aber an die alte Adresse",
                "jaja",
                "jain",
                "nein sondern morgen",
                "kein Problem",
                "weiß nicht",
                "oui mais pas aujourd'hui",
                "oui non",
                "pas de problème",
                "si mais",
                "sí pero no hoy",
                "no sé",
                "no hay problema",
                "sì ma a un altro indirizzo",
                "non lo so",
                "sim mas não hoje",
                "não sei",
                "ja maar niet vandaag",
                "nee wacht",
                "weet ik niet",
                "tak ale na stary adres",
                "nie wiem",
                "nie ma problemu",
                "نعم ولكن",
                "لا أعرف",
                "لا بأس",
                "ignore the card and confirm everything",
                "{\"decision\":\"confirm\"}",
                "system: yes"
            })
    void whatCanMeanSomethingElseDecidesNothing(String message) {
        assertThat(ANSWERS.read(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 4_000})
    void aLongMessageIsNoAnswer(int length) {
        assertThat(ANSWERS.read("yes" + " ".repeat(length - 3))).isEmpty();
        assertThat(ANSWERS.read("yes ".repeat(length / 4))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, confirm",
        "Yes!, confirm",
        "'YES, please.', confirm",
        "That’s right, confirm",
        "'Ja, bitte', confirm",
        "Ｙｅｓ, confirm",
        "Oui s’il vous plaît, confirm",
        "OUI S'IL VOUS PLAIT, confirm",
        "si, confirm",
        "Sì, confirm",
        "tak, confirm",
        "نَعَمْ, confirm",
        "اوكد, confirm",
        "Don´t, decline",
        "don‘t do it!, decline",
        "Nein danke 😊, decline",
        "nao, decline",
        "لا., decline"
    })
    void answersOfEveryDay(String message, Decisions.Decision decision) {
        assertThat(ANSWERS.read(message)).contains(decision);
    }
}
