package io.attendant.chat;

import static io.attendant.chat.AnswerTest.events;
import static io.attendant.testsupport.SmallShop.ANA;
import static io.attendant.testsupport.SmallShop.ANAS_ORDER;
import static io.attendant.testsupport.SmallShop.BEN;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.gemini.GeminiEmulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Calls every operation of the published contract as everybody. */
final class EndpointMatrix {
    private static final String TOKEN = "X-Conversation-Token";
    private static final String WRONG_TOKEN = "A".repeat(43);

    private final Attendant attendant;
    private final GeminiEmulator gemini;
    private final Map<String, String> ana;
    private final Map<String, String> ben;
    private final Map<String, String> agent;
    private final Map<String, String> admin;
    private int cells;

    /** Who calls; the shopper is the one whose things the addresses name. */
    enum Caller {
        NOBODY("nobody"),
        TOKEN("its token"),
        WRONG_TOKEN("a wrong token"),
        SHOPPER("its shopper"),
        SHOPPER_AND_TOKEN("its shopper and token"),
        FOREIGN("another shopper"),
        FOREIGN_AND_TOKEN("another shopper and token"),
        AGENT("agent"),
        ADMIN("admin"),
        FORGED("forged bearer");

        private final String title;

        Caller(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** @param body absent for a call without one */
    private record Call(String method, String path, Optional<Object> body, boolean streams) {}

    /** @param action a proposal, where the conversation's shopper can have one */
    private record Fixture(String id, String token, String turn, String action) {}

    EndpointMatrix(Attendant attendant, GeminiEmulator gemini) {
        this.attendant = attendant;
        this.gemini = gemini;
        ana = Attendant.bearer(attendant.token(ANA, "shopper"));
        ben = Attendant.bearer(attendant.token(BEN, "shopper"));
        agent = Attendant.bearer(attendant.token("agnes", "agent"));
        admin = Attendant.bearer(attendant.token("adam", "admin"));
    }

    int cells() {
        return cells;
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        Map<String, String> json = new HashMap<>(Map.of("Accept", "application/json"));
        attendant
                .get("/q/openapi?format=json", json)
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("operationId")) {
                        addRows(operation.getKey(), path.getKey(), operation.getValue(), rows);
                    }
                }));
        return rows;
    }

    private void addRows(String method, String path, JsonNode operation, List<List<String>> rows) {
        String id = operation.path("operationId").asText();
        String title = "`" + method.toUpperCase(Locale.ROOT) + " " + path + "`";
        if (path.startsWith("/api/conversations/{id}")) {
            rows.add(row(title + " of a shopper", id, method, path, true));
            rows.add(row(title + " of a guest", id, method, path, false));
        } else {
            rows.add(row(title, id, method, path, true));
        }
    }

    private List<String> row(String title, String operation, String method, String path, boolean signedIn) {
        List<String> row = new ArrayList<>(List.of(title));
        for (Caller caller : Caller.values()) {
            cells++;
            Fixture fixture = signedIn ? shoppers() : guests();
            row.add(cell(callOf(operation, method.toUpperCase(Locale.ROOT), path, fixture), headers(caller, fixture)));
        }
        return row;
    }

    private static Call callOf(String operation, String method, String path, Fixture fixture) {
        String address = path.replace("{turnId}", fixture.turn()).replace("{actionId}", fixture.action());
        return switch (operation) {
            case "getConversation" -> get(address, fixture.id());
            case "followConversation" ->
                new Call(method, address.replace("{id}", fixture.id()), Optional.empty(), true);
            case "stopTurn" -> new Call(method, address.replace("{id}", fixture.id()), Optional.empty(), false);
            case "decideAction" -> post(address, fixture.id(), Map.of("decision", "confirm"));
            case "requestHandoff" -> post(address, fixture.id(), Map.of());
            case "giveFeedback" -> post(address, fixture.id(), Map.of("rating", "up"));
            case "confirmResolution" -> post(address, fixture.id(), Map.of("resolved", true));
            case "postMessage" -> post(address, fixture.id(), Map.of("text", "Hello"));
            case "startVerification" -> post(address, fixture.id(), Map.of("email", "nobody@example.com"));
            case "submitVerificationCode" -> post(address, fixture.id(), Map.of("code", "000000"));
            case "chat" -> post(address, "", Map.of("message", "Hello", "conversationId", fixture.id()));
            case "createConversation" -> post(address, "", Map.of());
            case "createDemoToken" -> post(address, "", Map.of("subject", "somebody", "role", "shopper"));
            case "importData" -> post(address + "?kind=articles", "", List.of());
            case "exportAll" -> get(address.replace("{kind}", "orders"), "");
            case "exportOne" -> get(address.replace("{kind}", "orders"), Attendant.encoded(ANAS_ORDER));
            case "getAuditChain" -> get(address.replace("{conversationId}", fixture.id()), "");
            case "getRecording" -> get(address, fixture.id());
            case "replayConversation" -> post(address, fixture.id(), Map.of());
            case "understand" -> post(address, "", Map.of("text", "Hello"));
            case "getMyOrder" -> get(address, Attendant.encoded(ANAS_ORDER));
            case "getArticle" -> get(address, "returns");
            case "getProduct" -> get(address, "P1");
            case "getConfig",
                    "getMe",
                    "listArticles",
                    "listAuditAnchors",
                    "listCategories",
                    "listConversations",
                    "listDemoCustomers",
                    "listDemoOutbox",
                    "listMyOrders",
                    "listProducts" -> get(address, "");
            default -> throw new AssertionError("say here how to call " + operation + ", " + method + " " + path);
        };
    }

    private static Call get(String path, String id) {
        return new Call("GET", path.replace("{id}", id), Optional.empty(), false);
    }

    private static Call post(String path, String id, Object body) {
        return new Call("POST", path.replace("{id}", id), Optional.of(body), false);
    }

    private Map<String, String> headers(Caller caller, Fixture fixture) {
        return switch (caller) {
            case NOBODY -> Map.of();
            case TOKEN -> Map.of(TOKEN, fixture.token());
            case WRONG_TOKEN -> Map.of(TOKEN, WRONG_TOKEN);
            case SHOPPER -> ana;
            case SHOPPER_AND_TOKEN -> and(ana, fixture);
            case FOREIGN -> ben;
            case FOREIGN_AND_TOKEN -> and(ben, fixture);
            case AGENT -> agent;
            case ADMIN -> admin;
            case FORGED -> Map.of("Authorization", ana.get("Authorization") + "x");
        };
    }

    private static Map<String, String> and(Map<String, String> bearer, Fixture fixture) {
        Map<String, String> both = new HashMap<>(bearer);
        both.put(TOKEN, fixture.token());
        return both;
    }

    private Fixture shoppers() {
        JsonNode opened = attendant.post("/api/conversations", Map.of(), ana).json();
        gemini.reset();
        gemini.script(
                call(
                        "updateMyAddress",
                        Map.of(
                                "line1",
                                "1 Elm Street",
                                "line2",
                                "",
                                "city",
                                "Lyon",
                                "state",
                                "",
                                "postalCode",
                                "69001",
                                "country",
                                "FR")),
                text("Shall I?"));
        Attendant.Chat chat = attendant.chat(opened.path("id").asText(), ana);
        JsonNode turn = chat.ask("I live there").json();
        gemini.script(request -> text("Hello."));
        return new Fixture(
                chat.id(),
                opened.path("token").asText(),
                events(turn, "turn.started").getFirst().path("turnId").asText(),
                events(turn, "action.proposed").getFirst().path("actionId").asText());
    }

    private Fixture guests() {
        Attendant.Chat chat = attendant.guest();
        gemini.reset();
        gemini.script(request -> text("Hello."));
        JsonNode turn = chat.ask("Hello").json();
        return new Fixture(
                chat.id(),
                chat.headers().get(TOKEN),
                events(turn, "turn.started").getFirst().path("turnId").asText(),
                UUID.randomUUID().toString());
    }

    private String cell(Call call, Map<String, String> headers) {
        if (call.streams()) {
            try (ServerEvents stream = attendant.chat("", headers).follow(call.method(), call.path(), null, Map.of())) {
                if (stream.status() == 200) {
                    return "200";
                }
            }
        }
        Attendant.Answer answer = call.body()
                .map(body -> attendant.post(call.path(), body, headers))
                .orElseGet(() -> attendant.send(call.method(), call.path(), null, null, headers));
        assertThat(answer.status()).as(call + " " + answer.text()).isLessThan(500);
        return answer.status() < 400 ? Integer.toString(answer.status()) : answer.status() + " `" + answer.code() + "`";
    }
}
