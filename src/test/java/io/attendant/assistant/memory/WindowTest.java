package io.attendant.assistant.memory;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the model is shown of a conversation that has become long. */
@QuarkusTest
@TestProfile(WindowTest.Narrow.class)
class WindowTest extends ApplicationTest {
    private static final int TURNS = 30;
    private static final int WINDOW_TOKENS = 600;

    /** A window of a few turns. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("attendant.assistant.window-tokens", Integer.toString(WINDOW_TOKENS));
        }
    }

    @Test
    void oldTurnsAreWishesOnlyAndTheirFactsAreLookedUpAgain() {
        AtomicInteger step = new AtomicInteger();
        gemini.script(request -> step.getAndIncrement() % 2 == 0
                ? call("getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER))
                : text("It is on its way."));
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);
        for (int i = 1; i <= TURNS; i++) {
            chat.ask("Question number " + i + " about #S1001?");
        }

        List<GeminiRequest> requests = gemini.requests();
        for (GeminiRequest request : requests) {
            assertThat(request.systemInstruction()).startsWith("You are Attendant");
            assertThat(request.lastUserText()).startsWith("Question number");
            // The window, what one turn may go over it, and the turn itself.
            assertThat(request.contents().toString().length()).isLessThan(WINDOW_TOKENS * 12);
        }
        GeminiRequest last = requests.get(requests.size() - 2);
        assertThat(last.userTexts())
                .hasSizeBetween(2, 5)
                .last()
                .isEqualTo("Question number " + TURNS + " about #S1001?");
        assertThat(last.contents().getFirst().text()).startsWith("Question number");
        String earlier =
                last.systemInstruction().substring(last.systemInstruction().indexOf("# Earlier in this conversation"));
        assertThat(earlier)
                .contains("\"Question number 1 about #S1001?\" -> getOrderDetails{\"orderId\":\"#S1001\"}")
                .contains("\"Question number 20 about #S1001?\"")
                .doesNotContain("T-770011", "39.9", "in_transit", "processed", "on its way");
    }

    @Test
    void turnThatIsLongerThanTheWindowIsStillAnswered() {
        gemini.script(request -> text("Noted."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("First.");
        String longest = "word ".repeat(790);

        assertThat(chat.ask(longest).json().path("reply").asText()).isEqualTo("Noted.");
        assertThat(gemini.requests().getLast().lastUserText()).isEqualTo(longest);

        chat.ask("And now?");
        assertThat(gemini.requests().getLast().userTexts()).containsExactly("And now?");
        assertThat(gemini.requests().getLast().systemInstruction()).contains("- \"First.\"", "- \"word word");
    }

    @Test
    void shortConversationIsShownWholeWithoutADigest() {
        gemini.script(request -> GeminiReply.text("Noted."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("One.");
        chat.ask("Two.");

        assertThat(gemini.requests().getLast().userTexts()).containsExactly("One.", "Two.");
        assertThat(gemini.requests().getLast().systemInstruction()).doesNotContain("# Earlier");
    }
}
