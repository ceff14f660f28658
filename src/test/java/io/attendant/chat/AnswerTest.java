package io.attendant.chat;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an answer comes about, from the shopper's message to the last event. */
@QuarkusTest
class AnswerTest extends ApplicationTest {

    @Test
    void ownerHearsTheTrueStateOfTheOrder() {
        gemini.script(
                call("getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER)),
                text("It is on its way with Northline."));

        JsonNode answer =
                attendant.shopper(SmallShop.ANA).ask("Where is #S1001?").json();

        assertThat(answer.path("reply").asText()).isEqualTo("It is on its way with Northline.");
        assertThat(answer.findValuesAsText("event"))
                .containsExactly(
                        "turn.started", "tool.started", "card", "tool.finished", "text.delta", "turn.completed");
        GeminiRequest second = gemini.requests().get(1);
        ObjectNode told = (ObjectNode) Shop.parse(second.functionResponse("getOrderDetails")
                .orElseThrow()
                .result()
                .toString());
        assertThat(told.remove("totals")).isEqualTo(Shop.parse("""
                        {"itemCount":1,"items":39.90,"paid":39.90,"refunded":0.00}"""));
        assertThat((JsonNode) told).isEqualTo(Shop.export("orders", SmallShop.ANAS_ORDER));
    }

    @Test
    void somebodyElsesOrderReadsLikeOneThatDoesNotExist() {
        gemini.script(
                call("getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER)),
                call("getOrderDetails", Map.of("orderId", "#S9999")),
                text("I can't find that order."));

        JsonNode answer =
                attendant.shopper(SmallShop.BEN).ask("Where is #S1001?").json();

        List<JsonNode> finished = events(answer, "tool.finished");
        assertThat(finished).extracting(event -> event.path("code").asText()).containsOnly("order_not_found");
        assertThat(answer.toString()).doesNotContain("Northline", "T-770011", "39.90");
        List<GeminiRequest> requests = gemini.requests();
        assertThat(requests.get(1)
                        .functionResponse("getOrderDetails")
                        .orElseThrow()
                        .result())
                .isEqualTo(requests.get(2)
                        .functionResponse("getOrderDetails")
                        .orElseThrow()
                        .result());
    }

    @Test
    void guestIsAskedToVerify() {
        gemini.script(call("listMyOrders", Map.of()), text("Please sign in first."));

        JsonNode answer = attendant.guest().ask("my orders").json();

        assertThat(events(answer, "verification.required")).hasSize(1);
        assertThat(events(answer, "tool.finished").getFirst().path("code").asText())
                .isEqualTo("verification_required");
    }

    @Test
    void firstSentenceArrivesWhileTheModelStillHoldsTheRestBack() throws Exception {
        Gate gate = new Gate();
        gemini.script(chunks("Let me", " have a look. It").thenHold(gate).thenText(" may take a moment."));

        try (ServerEvents events = attendant.shopper(SmallShop.ANA).stream(Map.of("text", "Where is it?"))) {
            assertThat(events.next("text.delta").data().path("text").asText()).isEqualTo("Let me have a look.");
            gate.reached().get(10, SECONDS);
            gate.release();
            assertThat(events.next("text.delta").data().path("text").asText()).isEqualTo(" It may take a moment.");
            assertThat(events.next("turn.completed").data().path("text").asText())
                    .isEqualTo("Let me have a look. It may take a moment.");
            assertThat(events.next()).isEmpty();
        }
    }

    @Test
    void sentenceThatEndsWithTheChunkIsNotHeldBack() throws Exception {
        Gate gate = new Gate();
        gemini.script(chunks("You ask about order #S1001.").thenHold(gate).thenText(" Anything else?"));

        try (ServerEvents events = attendant.shopper(SmallShop.ANA).stream(Map.of("text", "Where is #S1001?"))) {
            gate.reached().get(10, SECONDS);
            assertThat(events.next("text.delta").data().path("text").asText()).isEqualTo("You ask about order #S1001.");
            gate.release();
            assertThat(events.next("turn.completed").data().path("text").asText())
                    .isEqualTo("You ask about order #S1001. Anything else?");
        }
    }

    @Test
    void deltasJoinedAreTheAnswerAlsoAcrossTools() {
        gemini.script(
                text("Let me look.").thenCall("findProducts", Map.of("query", "lamp")),
                chunks("We have a Desk", " Lamp. ", "\n\nIt is black."));

        JsonNode answer = attendant.guest().ask("a lamp?").json();

        String joined = events(answer, "text.delta").stream()
                .map(delta -> delta.path("text").asText())
                .reduce("", String::concat);
        assertThat(joined)
                .isEqualTo(answer.path("reply").asText())
                .isEqualTo("Let me look.\n\nWe have a Desk Lamp. \n\nIt is black.");
    }

    @Test
    void modelRemembersEarlierTurnsWithTheirToolCalls() {
        gemini.script(
                call("getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER)),
                text("On its way."),
                text("You are welcome."));
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);

        chat.ask("Where is #S1001?");
        chat.ask("Thanks");

        GeminiRequest third = gemini.requests().get(2);
        assertThat(third.userTexts()).containsExactly("Where is #S1001?", "Thanks");
        assertThat(third.functionCalls()).hasSize(1);
        assertThat(third.allFunctionResponses()).hasSize(1);
    }

    @Test
    void shoppersTextIsNoTemplate() {
        gemini.script(text("Noted."));
        String text = "{text} {shopName} {inject:foo} {#if x} ${HOME} \\n <b>\"'";

        assertThat(attendant.guest().ask(text).status()).isEqualTo(200);

        assertThat(gemini.requests().getFirst().lastUserText()).isEqualTo(text);
    }

    @Test
    void toolsWithWrongArgumentsAndInventedOnesAreRefused() {
        gemini.script(
                call("calculate", Map.of("expression", List.of(1, 2))),
                call("openTheSafe", Map.of("door", "front")),
                call("calculate", Map.of("expression", "(39.90 + 42.50) * 2")),
                text("That makes 164.8."));

        JsonNode answer = attendant.guest().ask("how much is that?").json();

        assertThat(events(answer, "tool.finished"))
                .extracting(event ->
                        event.path("ok").asBoolean() ? "ok" : event.path("code").asText())
                .containsExactly("invalid_arguments", "unknown_tool", "ok");
        assertThat(answer.toString()).doesNotContain("openTheSafe");
        assertThat(gemini.requests()
                        .getLast()
                        .functionResponse("calculate")
                        .orElseThrow()
                        .result()
                        .path("result")
                        .asText())
                .isEqualTo("164.8");
    }

    @Test
    void modelThatNeverStopsCallingToolsHasToAnswer() {
        gemini.script(request -> request.declaredTools().isEmpty()
                ? text("That is all I know.")
                : call("findProducts", Map.of("query", "lamp")));

        JsonNode answer = attendant.guest().ask("a lamp").json();

        assertThat(answer.path("reply").asText()).isEqualTo("That is all I know.");
        assertThat(events(answer, "tool.finished")).hasSize(8);
    }

    @Test
    void usageCountsEveryCall() {
        gemini.script(
                call("findProducts", Map.of("query", "lamp")).usage(100, 10).thoughtsTokens(5),
                text("A Desk Lamp.").usage(200, 20));

        JsonNode usage = events(attendant.guest().ask("a lamp?").json(), "turn.completed")
                .getFirst()
                .path("usage");

        assertThat(usage.path("inputTokens").asInt()).isEqualTo(300);
        assertThat(usage.path("outputTokens").asInt()).isEqualTo(35);
        assertThat(usage.path("modelCalls").asInt()).isEqualTo(2);
        assertThat(usage.path("toolCalls").asInt()).isEqualTo(1);
    }

    @Test
    void languageIsTheMessagesThenTheConversationsThenTheProfiles() {
        gemini.script(request -> text("Ciao."));

        attendant.shopper(SmallShop.BEN).ask("Hello");
        attendant.shopper(SmallShop.BEN).ask(Map.of("text", "Hello", "locale", "pl"));
        attendant.guest().ask("Hello");

        assertThat(gemini.requests())
                .extracting(GeminiRequest::systemInstruction)
                .satisfiesExactly(
                        profile -> assertThat(profile).contains("use Italian"),
                        message -> assertThat(message).contains("use Polish"),
                        guest -> assertThat(guest).contains("use English"));
    }

    @Test
    void handOverLeavesATicket() {
        gemini.script(
                call("handOffToHuman", Map.of("reason", "wish", "summary", "Wants to talk to a person.")),
                text("A colleague will take over."));
        Attendant.Chat chat = attendant.guest();

        JsonNode answer = chat.ask("a person please").json();

        assertThat(events(answer, "tool.finished").getFirst().path("ok").asBoolean())
                .isTrue();
        assertThat(gemini.requests()
                        .get(1)
                        .functionResponse("handOffToHuman")
                        .orElseThrow()
                        .result()
                        .path("position")
                        .asInt())
                .isEqualTo(1);
        String ticket =
                events(answer, "handoff.created").getFirst().path("ticketId").asText();
        assertThat(chat.transcript().path("ticket").path("ticketId").asText()).isEqualTo(ticket);
        assertThat(chat.transcript().path("ticket").path("state").asText()).isEqualTo("open");
    }

    static List<JsonNode> events(JsonNode answer, String name) {
        return answer.path("events").findParents("event").stream()
                .filter(event -> event.path("event").asText().equals(name))
                .map(event -> event.path("data"))
                .toList();
    }
}
