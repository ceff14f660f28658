package io.attendant.actions;

import static io.attendant.testsupport.SmallShop.BEN;
import static io.attendant.testsupport.SmallShop.BENS_ORDER;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shopper sees of a proposal, from the card to long after the decision. */
@QuarkusTest
class ProposalTest extends ApplicationTest {
    private Attendant.Chat chat;

    @BeforeEach
    void ben() {
        chat = attendant.shopper(BEN);
    }

    private JsonNode propose(String message, String locale) {
        gemini.script(
                call("cancelOrder", Map.of("orderId", "s2002", "reason", "NO_LONGER_NEEDED")),
                text("Please have a look at the card."));
        return chat.ask(Map.of("text", message, "locale", locale)).json();
    }

    @Test
    void theCardSaysEverythingInTheShoppersLanguage() {
        JsonNode card = data(propose("Bitte stornieren", "de"), "action.proposed");

        assertThat(card.path("kind").asText()).isEqualTo("cancelOrder");
        assertThat(card.path("orderId").asText()).isEqualTo(BENS_ORDER);
        assertThat(card.path("summary").asText()).contains(BENS_ORDER);
        assertThat(card.path("lines").toString()).contains("Desk Lamp (white)").contains("42,50");
        assertThat(chat.transcript().path("pendingAction")).isEqualTo(card);
        // The model knows what was proposed, to the amount, and nothing of an id that it could use.
        JsonNode told = gemini.requests()
                .getLast()
                .functionResponse("cancelOrder")
                .orElseThrow()
                .result();
        assertThat(told.path("refunds").get(0).path("amount").decimalValue()).isEqualByComparingTo("42.50");
        assertThat(told.toString()).doesNotContain(card.path("actionId").asText());
        assertThat(Shop.export("orders", BENS_ORDER).path("status").asText()).isEqualTo("pending");
    }

    @Test
    void afterTheDecisionTheTranscriptAndTheModelKnowIt() {
        JsonNode card = data(propose("Cancel it", "en"), "action.proposed");
        Attendant.Answer done = decide(card, "confirm");

        assertThat(done.json().path("status").asText()).isEqualTo("executed");
        assertThat(done.json().path("order").path("status").asText()).isEqualTo("cancelled");
        JsonNode transcript = chat.transcript();
        assertThat(transcript.has("pendingAction")).isFalse();
        assertThat(transcript.path("actions").get(0).path("status").asText()).isEqualTo("executed");
        assertThat(Shop.export("customers", BEN).at("/paymentMethods/0/balance").decimalValue())
                .isEqualByComparingTo("93.50");
        gemini.script(text("It is cancelled."));
        chat.ask("Did it work?");
        assertThat(gemini.requests().getLast().systemInstruction()).contains("cancelOrder #S2002: executed");
    }

    @Test
    void aCardThatWasEditedAwayCantBeConfirmedUnseen() {
        JsonNode card = data(propose("Cancel it", "en"), "action.proposed");
        String message =
                chat.transcript().path("messages").get(0).path("messageId").asText();
        gemini.script(text("It is on its way."));
        chat.ask(Map.of("text", "Where is it?", "replaces", message));

        assertThat(chat.transcript().has("pendingAction")).isFalse();
        gemini.script(text("What do you mean?"));
        assertThat(chat.ask("yes").json().path("reply").asText()).isEqualTo("What do you mean?");
        JsonNode outcome = decide(card, "confirm").json();
        assertThat(outcome.path("status").asText()).isEqualTo("expired");
        assertThat(outcome.path("code").asText()).isEqualTo("action_replaced");
        assertThat(Shop.export("orders", BENS_ORDER).path("status").asText()).isEqualTo("pending");
    }

    @Test
    void aTypedYesIsATurnWithoutAModel() {
        propose("Cancel it", "en");
        int asked = gemini.requests().size();
        JsonNode reply = chat.ask(Map.of("text", "Ja, bitte!", "locale", "de")).json();

        assertThat(gemini.requests()).hasSize(asked);
        assertThat(reply.path("reply").asText()).contains(BENS_ORDER);
        assertThat(data(reply, "action.executed").path("order").path("status").asText())
                .isEqualTo("cancelled");
        assertThat(data(reply, "turn.completed")
                        .path("usage")
                        .path("modelCalls")
                        .asInt())
                .isZero();
        assertThat(Shop.export("orders", BENS_ORDER).path("status").asText()).isEqualTo("cancelled");
        // Said again there is nothing to decide, so it is a message like any other.
        gemini.script(text("Anything else?"));
        assertThat(chat.ask("yes").json().path("reply").asText()).isEqualTo("Anything else?");
    }

    private Attendant.Answer decide(JsonNode card, String decision) {
        return attendant.post(
                chat.path() + "/actions/" + card.path("actionId").asText(),
                Map.of("decision", decision),
                chat.headers());
    }

    private static JsonNode data(JsonNode reply, String type) {
        for (JsonNode event : reply.path("events")) {
            if (event.path("event").asText().equals(type)) {
                return event.path("data");
            }
        }
        throw new AssertionError("no " + type + " in " + reply);
    }
}
