package io.attendant.assistant.model;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.error;
import static io.attendant.testsupport.gemini.GeminiReply.finishOnly;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an answer that breaks off is put right, and what is remembered of it. */
@QuarkusTest
class BrokenAnswerTest extends ApplicationTest {

    @Test
    void answerThatBreaksOffGoesOnWhereItStopped() {
        Gate gate = new Gate();
        gemini.script(
                chunks("Let me see. ", "You will").thenHold(gate).thenError(GeminiError.overloaded()),
                text("Which order do you mean?"),
                text("Fine now."));
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);

        JsonNode completed = streamed(chat, "Where is it?", gate);

        assertThat(completed.path("text").asText()).isEqualTo("Let me see. Which order do you mean?");
        assertThat(completed.path("degraded").asBoolean()).isFalse();
        GeminiRequest second = gemini.requests().get(1);
        assertThat(second.modelTexts()).containsExactly("Let me see.");
        assertThat(second.lastUserText()).startsWith("Your answer broke off");
        chat.ask("Again");
        GeminiRequest next = gemini.requests().getLast();
        assertThat(next.userTexts()).containsExactly("Where is it?", "Again");
        assertThat(next.modelTexts()).containsExactly("Let me see. Which order do you mean?");
    }

    @Test
    void answerThatBreaksOffTwiceIsGivenByTheLocalAssistant() {
        Gate gate = new Gate();
        gemini.script(
                call("getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER)),
                chunks("I have looked. ", "It").thenHold(gate).thenError(GeminiError.overloaded()),
                chunks("It is").thenError(GeminiError.overloaded()),
                text("Fine now."));
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);

        JsonNode completed = streamed(chat, "Where is #S1001?", gate);

        String said = completed.path("text").asText();
        assertThat(said).startsWith("I have looked.\n\n").contains("T-770011");
        assertThat(completed.path("degraded").asBoolean()).isTrue();
        chat.ask("Again");
        // The half answer and what came instead are remembered as one.
        assertThat(gemini.requests().getLast().modelTexts().getLast()).isEqualTo(said);
    }

    @Test
    void answerCutAtTheLimitGoesOn() {
        gemini.script(
                text("There are several lamps. The desk").finish("MAX_TOKENS"), text("One of them is the Desk Lamp."));

        JsonNode answer = attendant.guest().ask("lamps?").json();

        assertThat(answer.path("reply").asText()).isEqualTo("There are several lamps. One of them is the Desk Lamp.");
    }

    @Test
    void answerThatWasAllThoughtsGetsMoreRoom() {
        gemini.script(finishOnly("MAX_TOKENS"), text("Here you are."));

        JsonNode answer = attendant.guest().ask("lamps?").json();

        assertThat(answer.path("reply").asText()).isEqualTo("Here you are.");
        assertThat(gemini.requests())
                .extracting(request ->
                        request.json().at("/generationConfig/maxOutputTokens").asInt())
                .satisfiesExactly(first -> {}, second -> assertThat(second).isEqualTo(16_384));
    }

    @Test
    void requestThatIsRefusedIsAskedAgainWithoutTheHistory() {
        gemini.script(
                text("Hello."),
                error(GeminiError.invalidArgument("Request contains an invalid argument.")),
                text("Fine."));
        Attendant.Chat chat = attendant.guest();

        chat.ask("Hi");
        JsonNode answer = chat.ask("lamps?").json();

        assertThat(answer.path("reply").asText()).isEqualTo("Fine.");
        List<GeminiRequest> requests = gemini.requests();
        assertThat(requests.get(1).userTexts()).containsExactly("Hi", "lamps?");
        assertThat(requests.get(2).userTexts()).containsExactly("lamps?");
    }

    @Test
    void everyAttemptIsCounted() {
        gemini.script(
                error(GeminiError.overloaded()),
                error(GeminiError.overloaded()),
                text("Fine.").usage(100, 10));

        JsonNode usage = attendant.guest().ask("Hi").json().findValue("usage");

        assertThat(usage.path("modelCalls").asInt()).isEqualTo(3);
        assertThat(usage.path("inputTokens").asInt()).isEqualTo(100);
    }

    private static JsonNode streamed(Attendant.Chat chat, String text, Gate gate) {
        try (ServerEvents events = chat.stream(Map.of("text", text))) {
            events.next("text.delta");
            gate.release();
            return events.next("turn.completed").data();
        }
    }
}
