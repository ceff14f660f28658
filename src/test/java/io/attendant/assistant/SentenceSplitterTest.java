package io.attendant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private final List<String> sentences = new ArrayList<>();
    private final SentenceSplitter splitter = new SentenceSplitter(sentences::add);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello.| How are you?",
                "It costs $1,234.50.| Tracking is 357962501027.",
                "Es kostet 1.234,50 €.| Danke!",
                "Sie kommt am 3. November 2026.| Bis dann.",
                "Lieferung bis 03.11.2026.| Gut?",
                "See e.g. the lamp.| It is Dr. No's.",
                "Wait...| what?!| Yes…| 好的。|再见",
                "He said \"done.\"| Then he left.",
                "A list:|\n- one|\n- two",
                "مرحبا؟| نعم.",
                "Version 2.0 is out.| Mail a.b@example.com now.",
                "Order #W1.| Next",
                "**Bold.**| More."
            })
    void cutsAtTheEndOfSentencesHoweverTheTextArrives(String marked) {
        List<String> expected = List.of(marked.split("\\|", -1));
        String text = String.join("", expected);
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            sentences.clear();
            SentenceSplitter pieces = new SentenceSplitter(sentences::add);
            for (int at = 0; at < text.length(); ) {
                int next = Math.min(text.length(), at + 1 + random.nextInt(7));
                pieces.append(text.substring(at, next));
                at = next;
            }
            pieces.finish();
            assertThat(String.join("", sentences)).isEqualTo(text);
        }
        sentences.clear();
        splitter.append(text);
        splitter.finish();
        assertThat(sentences).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is processed.",
                "Is it?",
                "Tracking: 357962501027.",
                "It costs $47.84.",
                "On 3 November 2026.",
                "Done。"
            })
    void passesOnWhatIsCompleteWithoutWaiting(String sentence) {
        splitter.append(sentence);
        assertThat(sentences).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It costs $1,234.", "Am 03.11.", "See e.g.", "Sie kommt am 3."})
    void waitsWhereAFigureMayGoOn(String open) {
        splitter.append(open);
        assertThat(sentences).isEmpty();
        splitter.finish();
        assertThat(sentences).containsExactly(open);
    }

    @Test
    void longSentenceIsCutAtAClause() {
        String clause = "and then something else happened that nobody had expected, ";
        splitter.append(clause.repeat(8));
        assertThat(sentences).isNotEmpty();
        assertThat(sentences.getFirst()).endsWith(",").hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"la la ", "la", "\uD83D\uDE42"})
    void textWithoutAnEndIsCutAtAWordOrAnywhere(String piece) {
        String text = piece.repeat(3_000).strip();
        for (int at = 0; at < text.length(); at += 7) {
            splitter.append(text.substring(at, Math.min(text.length(), at + 7)));
        }
        splitter.finish();

        assertThat(String.join("", sentences)).isEqualTo(text);
        assertThat(sentences).allSatisfy(sentence -> {
            assertThat(sentence).hasSizeLessThan(1_010);
            assertThat(Character.isLowSurrogate(sentence.charAt(0))).isFalse();
        });
        if (piece.contains(" ")) {
            assertThat(sentences).allSatisfy(sentence -> assertThat(sentence).endsWith("la"));
        }
    }

    @Test
    void blankLinesWithoutAnEndAreNoSentence() {
        splitter.append("\n".repeat(5_000));
        splitter.append("Hello.");
        splitter.finish();
        assertThat(String.join("", sentences).strip()).isEqualTo("Hello.");
        assertThat(sentences).doesNotContain("");
    }

    @Test
    void whiteSpaceAtTheEndsIsLeftOut() {
        splitter.append("\n\n Hello.  ");
        splitter.append("\n");
        splitter.finish();
        assertThat(String.join("", sentences)).isEqualTo("Hello.");
    }

    @Test
    void nothingIsNoSentence() {
        splitter.append(" \n ");
        splitter.finish();
        assertThat(sentences).isEmpty();
    }
}
