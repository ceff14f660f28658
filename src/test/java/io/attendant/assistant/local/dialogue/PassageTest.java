package io.attendant.assistant.local.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final String ARTICLE = """
            # Sending things back

            We take things back for a month. They have to be **unused**, see [the list](/list).

            ## Shipping a return

            It takes two steps.

            1. Print the `label`.
            2. Bring the parcel to a shop,

            ## Money

            The money comes back within a week. Gift cards are credited at once.

            **At the door**: hand it to the driver. We pay:

            - the driver;
            - the box
            """;

    @Test
    void takesThePartThatAnswers() {
        assertThat(best("money"))
                .containsExactly("The money comes back within a week.", "Gift cards are credited at once.");
        assertThat(best("who pays the driver at the door"))
                .containsExactly("At the door: hand it to the driver.", "We pay:", "- the driver", "- the box");
    }

    @Test
    void keepsStepsWithWhatAnnouncesThem() {
        assertThat(best("print label"))
                .containsExactly("It takes two steps.", "- Print the label.", "- Bring the parcel to a shop");
    }

    @Test
    void beginsAtTheBeginningWhenTheQuestionIsAsBroadAsTheTitle() {
        assertThat(best("sending things back"))
                .containsExactly("We take things back for a month.", "They have to be unused, see the list.");
    }

    @Test
    void staysWithinTheLengthButSaysOneSentence() {
        assertThat(texts(Passage.best("Title", ARTICLE, List.of("money"), List.of(), 10)))
                .containsExactly("The money comes back within a week.");
        assertThat(texts(Passage.beginning("One. Two. Three.", 8))).containsExactly("One.", "Two.");
        assertThat(texts(Passage.beginning("A rather long beginning. Two.", 1)))
                .containsExactly("A rather long beginning.");
        assertThat(texts(Passage.beginning("First. These are:\n- a very long list", 20)))
                .containsExactly("First.");
    }

    @Test
    void numbersDoNotCutASentence() {
        assertThat(texts(Passage.beginning("Costs 4.95 per parcel. Free above 60.", 200)))
                .containsExactly("Costs 4.95 per parcel.", "Free above 60.");
    }

    @Test
    void anEmptyTextHasNoSentences() {
        assertThat(Passage.best("", "", List.of("a"), List.of(), 100)).isEmpty();
        assertThat(Passage.beginning("  \n", 100)).isEmpty();
    }

    @Test
    void findsWordsInOtherForms() {
        assertThat(Terms.of("We are charging batteries").hits(List.of("charge", "battery", "bat")))
                .isEqualTo(2);
        assertThat(Terms.of("A backpack and a tablet").hits(List.of("back", "table")))
                .isEqualTo(1);
        assertThat(Terms.of("Shipping costs").hasAny(List.of("ship"))).isTrue();
    }

    private static List<String> best(String words) {
        return texts(Passage.best("Sending things back", ARTICLE, List.of(words.split(" ", -1)), List.of(), 200));
    }

    private static List<String> texts(List<Passage.Part> parts) {
        return parts.stream()
                .map(part -> part.item() ? "- " + part.text() : part.text())
                .toList();
    }
}
