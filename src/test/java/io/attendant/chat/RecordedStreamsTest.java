package io.attendant.chat;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.error;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.RecordedStream;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The streams that the tests of the UI read are those that are served; {@code -Dupdate.docs} writes them anew. */
@QuarkusTest
class RecordedStreamsTest extends ApplicationTest {
    private static final Path RECORDED = Path.of("src-ui/src/testing/recorded");

    private final RecordedStream recording = new RecordedStream();

    @Test
    void orderIsLookedUp() throws IOException {
        gemini.script(
                call("getOrderDetails", Map.of("orderId", SmallShop.ANAS_ORDER)),
                text("Your lamp is on its way. Northline carries it."));

        assertRecorded("order", asked(attendant.shopper(SmallShop.ANA), "Where is my order?"));
    }

    @Test
    void productsAndHelpAreFound() throws IOException {
        gemini.script(
                call("findProducts", Map.of("query", "lamp")),
                call("searchHelp", Map.of("query", "return an item")),
                text("We have the **Desk Lamp**.\n\nYou may return it within 30 days."));

        assertRecorded("products-and-help", asked(attendant.guest(), "A lamp, and can I return it?"));
    }

    @Test
    void cancellationIsProposedAndConfirmed() throws IOException {
        gemini.script(
                call("cancelOrder", Map.of("orderId", SmallShop.BENS_ORDER, "reason", "NO_LONGER_NEEDED")),
                text("Please check the details and confirm."));
        Attendant.Chat chat = attendant.shopper(SmallShop.BEN);

        List<ServerEvents.Event> turn = asked(chat, "Cancel my order, I no longer need it");
        String action = turn.stream()
                .filter(event -> event.name().equals("action.proposed"))
                .findFirst()
                .orElseThrow()
                .data()
                .path("actionId")
                .asText();
        assertRecorded("cancellation-proposed", turn);

        try (ServerEvents others =
                chat.events(Map.of("Last-Event-ID", Long.toString(turn.getLast().id())))) {
            attendant.post(chat.path() + "/actions/" + action, Map.of("decision", "confirm"), chat.headers());
            assertRecorded("cancellation-executed", List.of(others.next("action.executed")));
        }
    }

    @Test
    void guestMustSayWhoIsAsking() throws IOException {
        gemini.script(call("listMyOrders", Map.of()), text("I can look that up once I know that it is you."));

        assertRecorded("verification", asked(attendant.guest(), "Show me my orders"));
    }

    @Test
    void personTakesOver() throws IOException {
        gemini.script(
                call("handOffToHuman", Map.of("reason", "asked", "summary", "Wants a person.")),
                text("A colleague will take over."));

        assertRecorded("person", asked(attendant.guest(), "I want to talk to somebody"));
    }

    @Test
    void builtInAssistantAnswersWhileTheModelIsDown() throws IOException {
        gemini.script(request -> error(GeminiError.overloaded()));

        assertRecorded(
                "built-in", asked(attendant.shopper(SmallShop.ANA), "Where is my order " + SmallShop.ANAS_ORDER + "?"));
    }

    @Test
    void shopperStopsTheAnswer() throws Exception {
        Gate gate = new Gate();
        gemini.script(chunks("A first sentence. ", "And a ").thenHold(gate));
        Attendant.Chat chat = attendant.guest();
        List<ServerEvents.Event> events = new ArrayList<>();
        try (ServerEvents stream = chat.stream(Map.of("text", "Tell me everything"))) {
            ServerEvents.Event started = stream.next().orElseThrow();
            events.add(started);
            events.add(stream.next().orElseThrow());
            gate.reached().get(10, SECONDS);
            String turn = started.data().path("turnId").asText();
            attendant.send("POST", chat.path() + "/turns/" + turn + "/stop", null, null, chat.headers());
            events.addAll(stream.all());
        }
        gate.release();

        assertRecorded("stopped", events);
    }

    private static List<ServerEvents.Event> asked(Attendant.Chat chat, String question) {
        try (ServerEvents stream = chat.stream(Map.of("text", question))) {
            return stream.all();
        }
    }

    private void assertRecorded(String name, List<ServerEvents.Event> events) throws IOException {
        String text = recording.text(events);
        Path file = RECORDED.resolve(name + ".sse");
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(RECORDED);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
