package io.attendant.assistant.local.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.local.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeechTest {
    private final Speech speech = new Speech(new Wording(Language.en, Optional.empty()));

    @Test
    void piecesJoinedAreTheAnswer() {
        speech.say("thanks").item("one").item("two").say("goodbye").say("greeting");

        assertThat(speech.pieces())
                .containsExactly(
                        "You're welcome!\n\n",
                        "- one.\n",
                        "- two.\n\n",
                        "Goodbye, and thanks for stopping by! ",
                        "Hello!");
    }

    @Test
    void everySentenceGetsAnEnd() {
        speech.sentence("no end ").sentence("“Why?”").sentence("An end.").sentence("He said “go”");

        assertThat(String.join("", speech.pieces())).isEqualTo("no end. “Why?” An end. He said “go”.");
    }
}
