package io.attendant.chat;

import static io.attendant.chat.AnswerTest.events;
import static io.attendant.testsupport.CrowdedShop.ODILE;
import static io.attendant.testsupport.CrowdedShop.PAVEL;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.CrowdedShop;
import io.attendant.testsupport.CrowdedShop.State;
import io.attendant.testsupport.HostileCalls;
import io.attendant.testsupport.Visitors;
import io.attendant.testsupport.Visitors.Level;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.attendant.testsupport.gemini.protocol.FunctionDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls every tool that is declared to the model, at every level, with what is the shopper's, somebody else's and nobody's. */
final class ToolMatrix {
    private static final String READABLE = ODILE.order(State.pending);

    /** Parameters that name nothing anybody owns. */
    private static final Set<String> WORDS = Set.of(
            "itemIds",
            "newItemIds",
            "reason",
            "summary",
            "hint",
            "query",
            "category",
            "expression",
            "maxPrice",
            "inStockOnly",
            "line1",
            "line2",
            "city",
            "state",
            "postalCode",
            "country");

    private final Attendant attendant;
    private final GeminiEmulator gemini;
    private final Map<Level, Attendant.Chat> chats = new EnumMap<>(Level.class);
    private int cells;

    ToolMatrix(Attendant attendant, GeminiEmulator gemini) {
        this.attendant = attendant;
        this.gemini = gemini;
    }

    int cells() {
        return cells;
    }

    List<List<String>> rows() {
        gemini.script(text("Hello."));
        attendant.guest().ask("Hello");
        List<FunctionDeclaration> tools = gemini.requests().getLast().functionDeclarations().stream()
                .sorted(Comparator.comparing(FunctionDeclaration::name))
                .toList();
        Visitors visitors = new Visitors(attendant);
        for (Level level : Level.values()) {
            chats.put(level, visitors.open(level, ODILE.id(), ODILE.email(), READABLE));
        }
        List<List<String>> rows = new ArrayList<>();
        tools.forEach(tool -> addRows(tool, rows));
        return rows;
    }

    private void addRows(FunctionDeclaration tool, List<List<String>> rows) {
        Map<String, Object> fitting = HostileCalls.fitting(tool, ODILE, HostileCalls.order(tool, ODILE));
        boolean named = false;
        for (String parameter : HostileCalls.parameters(tool)) {
            Map<String, String> objects = objects(tool, parameter);
            named |= !objects.isEmpty();
            Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
            objects.forEach((whose, id) -> {
                Map<String, Object> arguments = new LinkedHashMap<>(fitting);
                arguments.put(parameter, id);
                List<Outcome> row = run(tool, arguments);
                outcomes.put(whose, row);
                rows.add(row(tool, parameter + ": " + whose, row));
            });
            if (outcomes.containsKey("foreign")) {
                assertThat(outcomes.get("foreign"))
                        .as("%s must not tell a foreign %s from an unknown one", tool.name(), parameter)
                        .isEqualTo(outcomes.get("unknown"));
            }
        }
        if (!named) {
            rows.add(row(tool, "–", run(tool, fitting)));
        }
    }

    private static Map<String, String> objects(FunctionDeclaration tool, String parameter) {
        Map<String, String> objects = new LinkedHashMap<>();
        switch (parameter) {
            case "orderId" -> {
                objects.put("own", HostileCalls.order(tool, ODILE));
                if (tool.name().equals("getOrderDetails")) {
                    objects.put("own, but not the verified one", ODILE.order(State.delivered));
                }
                objects.put("foreign", HostileCalls.order(tool, PAVEL));
                objects.put("unknown", "#XX9999-Z");
            }
            case "paymentMethodId" -> {
                objects.put("own", tool.name().equals("returnItems") ? ODILE.card() : ODILE.paypal());
                objects.put("foreign", PAVEL.paypal());
                objects.put("unknown", "paypal_0");
            }
            case "productId" -> {
                objects.put("in the catalogue", CrowdedShop.LAMP);
                objects.put("unknown", "P-0");
            }
            default ->
                assertThat(WORDS)
                        .as("say here whose the object is that parameter %s of tool %s names", parameter, tool.name())
                        .contains(parameter);
        }
        return objects;
    }

    /** What the shopper and the model see of a call. */
    private record Outcome(String cell, List<String> events, JsonNode told) {}

    private List<Outcome> run(FunctionDeclaration tool, Map<String, Object> arguments) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Level level : Level.values()) {
            cells++;
            gemini.reset();
            gemini.script(call(tool.name(), arguments), text("So it is."));
            JsonNode turn = chats.get(level).ask("please").json();
            JsonNode finished = events(turn, "tool.finished").getFirst();
            boolean proposed = !events(turn, "action.proposed").isEmpty();
            String code = finished.path("code").asText();
            outcomes.add(new Outcome(
                    finished.path("ok").asBoolean() ? (proposed ? "proposes" : "allowed") : "`" + code + "`",
                    // Up to the answer: whether a person is offered behind it depends on the turns before.
                    turn.path("events").findValuesAsText("event").stream()
                            .takeWhile(event -> !event.equals("text.delta"))
                            .toList(),
                    code.isEmpty()
                            ? null
                            : gemini.requests()
                                    .getLast()
                                    .functionResponse(tool.name())
                                    .orElseThrow()
                                    .result()));
        }
        return outcomes;
    }

    private static List<String> row(FunctionDeclaration tool, String object, List<Outcome> outcomes) {
        List<String> row = new ArrayList<>(List.of("`" + tool.name() + "`", object));
        outcomes.forEach(outcome -> row.add(outcome.cell()));
        return row;
    }
}
