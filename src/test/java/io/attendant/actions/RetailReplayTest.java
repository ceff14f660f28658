package io.attendant.actions;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.RetailData;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every case of the public retail data, through the HTTP API: the emulator calls the tools, the client decides. First every
 * card is declined and nothing may have changed; then every card is confirmed, twice, and exactly the rows of the case have
 * changed, to exactly what the case says.
 */
@QuarkusTest
class RetailReplayTest extends ApplicationTest {
    private static final int AT_ONCE = 12;
    private static final List<String> KINDS = List.of("customers", "products", "orders");

    @Inject
    Shop shop;

    private final AtomicInteger confirmed = new AtomicInteger();
    private final AtomicInteger declined = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @BeforeEach
    void retail() {
        RetailData.folder();
        shop.clear();
        for (String kind : KINDS) {
            assertThat(attendant
                            .importFile(kind, RetailData.folder().resolve(kind + ".json"))
                            .status())
                    .isEqualTo(200);
        }
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
        Map<String, Map<String, JsonNode>> before = export();

        runAll(cases, replay -> run(replay, false));
        assertThat(export()).isEqualTo(before);

        // Rounds in which no customer occurs twice: then all rows of a round are told apart.
        for (List<ReplayCase> round : rounds(cases)) {
            runAll(round, replay -> run(replay, true));
            Map<String, Map<String, JsonNode>> expected = new LinkedHashMap<>();
            before.forEach((kind, rows) -> expected.put(kind, new LinkedHashMap<>(rows)));
            round.forEach(replay -> replay.after()
                    .forEach((kind, rows) -> rows.forEach((id, row) -> {
                        assertThat(expected.get(kind)).as(replay.id()).containsKey(id);
                        expected.get(kind).put(id, Shop.parse(row.toString()));
                    })));
            compare(export(), expected);
            restore(round, before);
        }
        assertThat(export()).isEqualTo(before);
        System.out.printf(
                "retail replay: cases=%d declined=%d confirmed twice=%d refused with an expected code=%d%n",
                cases.size(), declined.get(), confirmed.get(), refused.get());
        assertThat(cases).hasSizeGreaterThan(700);
        assertThat(confirmed.get()).isGreaterThan(400);
    }

    private static void compare(
            Map<String, Map<String, JsonNode>> actual, Map<String, Map<String, JsonNode>> expected) {
        expected.forEach((kind, rows) -> {
            assertThat(actual.get(kind).keySet()).isEqualTo(rows.keySet());
            rows.forEach((id, row) ->
                    assertThat(actual.get(kind).get(id)).as(kind + " " + id).isEqualTo(row));
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

    private static List<List<ReplayCase>> rounds(List<ReplayCase> cases) {
        List<List<ReplayCase>> rounds = new ArrayList<>();
        List<Set<String>> customers = new ArrayList<>();
        for (ReplayCase replay : cases) {
            int round = 0;
            while (round < rounds.size() && customers.get(round).contains(replay.customerId())) {
                round++;
            }
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
                customers.add(new HashSet<>());
            }
            rounds.get(round).add(replay);
            customers.get(round).add(replay.customerId());
        }
        return rounds;
    }

    private static void runAll(List<ReplayCase> cases, Consumer<ReplayCase> run) throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService shoppers = Executors.newFixedThreadPool(AT_ONCE)) {
            cases.forEach(replay -> running.add(shoppers.submit(() -> run.accept(replay))));
            for (Future<?> one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    throw new AssertionError(e.getCause());
                }
            }
        }
    }

    private static Map<String, Map<String, JsonNode>> export() {
        Map<String, Map<String, JsonNode>> all = new LinkedHashMap<>();
        for (String kind : KINDS) {
            Map<String, JsonNode> rows = new LinkedHashMap<>();
            Shop.export(kind).forEach(row -> rows.put(row.path("id").asText(), row));
            all.put(kind, rows);
        }
        return all;
    }

    private static void restore(List<ReplayCase> round, Map<String, Map<String, JsonNode>> before) {
        Map<String, Set<String>> changed = new HashMap<>();
        round.forEach(replay -> replay.after()
                .forEach((kind, rows) ->
                        changed.computeIfAbsent(kind, unused -> new HashSet<>()).addAll(rows.keySet())));
        changed.forEach((kind, ids) -> {
            var file = JsonNodeFactory.instance.arrayNode();
            ids.forEach(id -> file.add(before.get(kind).get(id)));
            Shop.load(kind, file.toString());
        });
    }

    private static JsonNode json(String text) {
        return Shop.parse(text);
    }
}
