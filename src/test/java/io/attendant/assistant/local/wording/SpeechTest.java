package io.attendant.assistant.local.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.Wordings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeechTest {
    private final Speech speech =
            new Speech(Wordings.load("/local/templates", Optional.empty()).in(Language.en));

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
