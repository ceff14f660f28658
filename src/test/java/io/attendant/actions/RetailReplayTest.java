package io.attendant.actions;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.attendant.testsupport.retail.ReplayCase;
import io.attendant.testsupport.retail.RetailShop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every case of the public retail data, through the HTTP API: the emulator calls the tools, the client decides. First every
 * card is declined and nothing may have changed; then every card is confirmed, twice, and exactly the rows of the case have
 * changed, to exactly what the case says.
 */
@QuarkusTest
class RetailReplayTest extends ApplicationTest {

    @Inject
    Shop shop;

    private final AtomicInteger confirmed = new AtomicInteger();
    private final AtomicInteger declined = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @BeforeEach
    void retail() {
        RetailShop.load(attendant, shop);
        gemini.script(RetailReplayTest::model);
    }

    /** Calls the tool that the message names, and then says that it has. */
    private static GeminiReply model(GeminiRequest request) {
        JsonNode step = json(request.lastUserText());
        String tool = step.path("tool").asText();
        if (!request.functionResponses().isEmpty()) {
            return text("Looked at.");
        }
        return call(tool, Attendant.JSON.convertValue(step.path("args"), new TypeReference<Map<String, Object>>() {}));
    }

    @Test
    void declinedEverythingStaysAndConfirmedEachCaseEndsAsItMust() throws Exception {
        List<ReplayCase> cases = ReplayCase.all();
        RetailShop.Rows before = RetailShop.Rows.now();

        RetailShop.runAll(cases, replay -> run(replay, false));
        assertSame(RetailShop.Rows.now(), before);

        for (List<ReplayCase> round : RetailShop.rounds(cases)) {
            RetailShop.runAll(round, replay -> run(replay, true));
            assertSame(RetailShop.Rows.now(), before.after(round));
            before.restore();
        }
        assertSame(RetailShop.Rows.now(), before);
        System.out.printf(
                "retail replay: cases=%d declined=%d confirmed twice=%d refused with an expected code=%d%n",
                cases.size(), declined.get(), confirmed.get(), refused.get());
        assertThat(cases).hasSizeGreaterThan(700);
        assertThat(confirmed.get()).isGreaterThan(400);
    }

    private static void assertSame(RetailShop.Rows actual, RetailShop.Rows expected) {
        expected.byKind().forEach((kind, rows) -> {
            assertThat(actual.byKind().get(kind).keySet()).isEqualTo(rows.keySet());
            rows.forEach((id, row) -> assertThat(actual.byKind().get(kind).get(id))
                    .as(kind + " " + id)
                    .isEqualTo(row));
        });
    }

    private void run(ReplayCase replay, boolean confirm) {
        Attendant.Chat chat = attendant.shopper(replay.customerId());
        for (ReplayCase.Step step : replay.steps()) {
            take(chat, replay, step, confirm);
        }
    }

    private void take(Attendant.Chat chat, ReplayCase replay, ReplayCase.Step step, boolean confirm) {
        String message = "{\"tool\":\"" + step.tool() + "\",\"args\":" + step.arguments() + "}";
        JsonNode events = chat.ask(message).json().path("events");
        String what = replay.id() + " " + message + " " + events;
        JsonNode finished = data(events, "tool.finished").orElseThrow(() -> new AssertionError(what));
        Optional<JsonNode> proposed = data(events, "action.proposed");
        if (!step.refused().isEmpty()) {
            // A declined setup leaves the shop as it was, and then the last call may well be allowed.
            if (confirm || replay.steps().stream().noneMatch(earlier -> earlier != step && earlier.write())) {
                assertThat(step.refused())
                        .as(what)
                        .contains(finished.path("code").asText());
                assertThat(proposed).as(what).isEmpty();
            }
            refused.incrementAndGet();
        } else if (confirm) {
            assertThat(finished.path("ok").asBoolean()).as(what).isTrue();
            assertThat(proposed.isPresent()).as(what).isEqualTo(step.write());
        }
        proposed.ifPresent(action -> decide(chat, action, confirm));
    }

    private void decide(Attendant.Chat chat, JsonNode action, boolean confirm) {
        String path = chat.path() + "/actions/" + action.path("actionId").asText();
        Map<String, String> decision = Map.of("decision", confirm ? "confirm" : "decline");
        Attendant.Answer first = attendant.post(path, decision, chat.headers());
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().path("status").asText())
                .as(action + " " + first.text())
                .isEqualTo(confirm ? "executed" : "declined");
        Attendant.Answer again = attendant.post(path, Map.of("decision", "confirm"), chat.headers());
        assertThat(again.text()).isEqualTo(first.text());
        (confirm ? confirmed : declined).incrementAndGet();
    }

    private static Optional<JsonNode> data(JsonNode events, String type) {
        for (JsonNode event : events) {
            if (event.path("event").asText().equals(type)) {
                return Optional.of(event.path("data"));
            }
        }
        return Optional.empty();
    }

    private static JsonNode json(String text) {
        return Shop.parse(text);
    }
}
