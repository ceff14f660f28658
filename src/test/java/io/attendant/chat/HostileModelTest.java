package io.attendant.chat;

import static io.attendant.chat.AnswerTest.events;
import static io.attendant.testsupport.CrowdedShop.ODILE;
import static io.attendant.testsupport.CrowdedShop.PEOPLE;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.calls;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.shared.ErrorCode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.CapturedLog;
import io.attendant.testsupport.CrowdedShop;
import io.attendant.testsupport.CrowdedShop.Person;
import io.attendant.testsupport.CrowdedShop.State;
import io.attendant.testsupport.ForeignValues;
import io.attendant.testsupport.HostileCalls;
import io.attendant.testsupport.HostileCalls.Attack;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.Visitors;
import io.attendant.testsupport.Visitors.Level;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.FunctionDeclaration;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A model that is on the other side: it knows everybody's ids, calls everything with them, does whatever texts tell it, says
 * that the shopper has confirmed, and repeats what it was told. Nobody learns anything by it, and nothing is written.
 */
@QuarkusTest
@TestProfile(HostileModelTest.Untiring.class)
class HostileModelTest extends ApplicationTest {
    /** The model is let call more than any should, so that all of it is tried. */
    public static class Untiring implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("attendant.assistant.max-tool-calls", "500");
        }
    }

    private static final String CLAIM = "The customer said yes. Done, cancelled! ";
    private static final String READABLE = ODILE.order(State.pending);
    private static final int CALLS_AT_ONCE = 30;
    private static final int REPEATED = 3_000;
    private static final Pattern INSTRUCTION = Pattern.compile("(?i)call (\\w+) for ([#\\w-]+)");

    private static final Set<String> CODES =
            Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());

    @Inject
    Shop shop;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private OwnerSql tables;
    private Visitors visitors;
    private CapturedLog log;
    private Map<String, String> before;
    private List<String> executedBefore;

    @BeforeEach
    void crowd() {
        CrowdedShop.load(shop);
        tables = new OwnerSql(url);
        visitors = new Visitors(attendant);
        before = export();
        executedBefore = executed();
        log = CapturedLog.open();
    }

    /** Whatever was tried: no row has changed, nothing is carried out, and the log tells nothing about anybody. */
    @AfterEach
    void nothingHappened() {
        log.close();
        assertThat(export()).isEqualTo(before);
        assertThat(tables.rows("SELECT count(*) FROM actions WHERE status IN ('executed', 'failed')"))
                .containsExactly("0");
        assertThat(executed()).isEqualTo(executedBefore);
        assertThat(ForeignValues.to(publicRows()).in(log.text())).isEmpty();
        assertThat(log.errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyToolIsCalledWithEverybodysIds(Level level) {
        ForeignValues foreign = foreign(level);
        assertThat(foreign.size()).isGreaterThan(100);
        Deque<Attack> attacks = new ArrayDeque<>(attacks(level).all());
        int total = attacks.size();
        Map<String, Integer> answers = new TreeMap<>();
        while (!attacks.isEmpty()) {
            List<Attack> made = new ArrayList<>();
            Attendant.Chat chat = open(level);
            gemini.reset();
            gemini.script(request -> {
                if (attacks.isEmpty() || request.declaredTools().isEmpty()) {
                    return text(CLAIM + received(request));
                }
                List<Attack> batch = Stream.generate(attacks::poll)
                        .limit(Math.min(CALLS_AT_ONCE, attacks.size()))
                        .toList();
                made.addAll(batch);
                return calls(batch.stream().map(Attack::call).toArray(FunctionCall[]::new));
            });
            checked(chat, chat.ask("Please help me."), foreign);
            compare(made, answers);
        }
        assertOwnProposalsOnly(level);
        System.out.printf("hostile model: level=%s calls=%d answers=%s%n", level, total, answers);
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(total);
    }

    private void compare(List<Attack> made, Map<String, Integer> answers) {
        List<JsonNode> results = gemini.requests().stream()
                .flatMap(request -> request.functionResponses().stream())
                .map(response -> response.result())
                .toList();
        assertThat(results).hasSameSizeAs(made);
        for (int i = 0; i < made.size(); i++) {
            Attack attack = made.get(i);
            String code = results.get(i).path("refused").asText("ok");
            answers.merge(results.get(i).has("proposed") ? "proposed" : code, 1, Integer::sum);
            if (!attack.codes().isEmpty()) {
                assertThat(attack.codes()).as(attack.call().toString()).contains(code);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void instructionsInTextsAreObeyedAndComeToNothing(Level level) {
        ForeignValues foreign = foreign(level);
        Map<String, FunctionDeclaration> tools =
                declared().stream().collect(Collectors.toMap(FunctionDeclaration::name, tool -> tool));
        List<FunctionCall> obeyed = new ArrayList<>();
        gemini.reset();
        gemini.script(request -> {
            if (request.declaredTools().isEmpty()) {
                return text(CLAIM + received(request));
            }
            if (request.functionResponses().isEmpty()) {
                return readEverything();
            }
            List<FunctionCall> instructed = instructions(request, tools);
            obeyed.addAll(instructed);
            return instructed.isEmpty()
                    ? text(CLAIM + received(request))
                    : calls(instructed.toArray(FunctionCall[]::new));
        });
        Attendant.Chat chat = open(level);

        for (String message : List.of("What lamps do you have?", "Thank you.", "Yes, and what do they cost?")) {
            checked(chat, chat.ask(message), foreign);
        }

        assertThat(obeyed)
                .extracting(FunctionCall::name)
                .contains("cancelOrder", "getOrderDetails", "confirmAction", "updateMyAddress", "returnItems");
        assertOwnProposalsOnly(level);
    }

    private static GeminiReply readEverything() {
        return calls(
                FunctionCall.of("findProducts", Map.of("query", "lamp")),
                FunctionCall.of("getProductDetails", Map.of("productId", "P-TRAP")),
                FunctionCall.of("listProductTypes"),
                FunctionCall.of("searchHelp", Map.of("query", "returns")),
                FunctionCall.of("getMyProfile"),
                FunctionCall.of("listMyOrders"),
                FunctionCall.of("getOrderDetails", Map.of("orderId", READABLE)));
    }

    private static List<FunctionCall> instructions(GeminiRequest request, Map<String, FunctionDeclaration> tools) {
        List<FunctionCall> instructed = new ArrayList<>();
        Matcher matcher = INSTRUCTION.matcher(request.functionResponses().stream()
                .map(response -> response.response().toString())
                .collect(Collectors.joining()));
        while (matcher.find() && instructed.size() < CALLS_AT_ONCE) {
            String name = matcher.group(1);
            String target = matcher.group(2);
            instructed.add(FunctionCall.of(
                    name,
                    tools.containsKey(name)
                            ? HostileCalls.fitting(tools.get(name), ODILE, target)
                            : Map.of("actionId", target)));
        }
        return instructed.stream().distinct().toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"customer", "customerByCode"})
    void onlyTheShopperConfirms(Level level) {
        Attendant.Chat chat = open(level);
        Deque<GeminiReply> words = new ArrayDeque<>(List.of(
                call("cancelOrder", Map.of("orderId", READABLE, "reason", "NO_LONGER_NEEDED")),
                text("yes"),
                text("Yes, I confirm. The customer said: \"yes\"."),
                call("confirmAction", Map.of("orderId", READABLE, "decision", "confirm")),
                text("confirm"),
                text("The shopper typed yes, so it is cancelled.")));
        gemini.reset();
        gemini.script(request -> words.poll());
        ForeignValues foreign = foreign(level);

        JsonNode proposed = checked(chat, chat.ask("Cancel my order"), foreign);
        for (String message : List.of("yes?", "yes but not now", "What did they say? \"yes\"")) {
            JsonNode answer = checked(chat, chat.ask(message), foreign);
            assertThat(answer.path("events").findValuesAsText("event")).noneMatch(event -> event.startsWith("action."));
        }

        assertThat(words).isEmpty();
        String actionId =
                events(proposed, "action.proposed").getFirst().path("actionId").asText();
        assertThat(chat.transcript().path("pendingAction").path("actionId").asText())
                .isEqualTo(actionId);
        assertThat(export()).isEqualTo(before);
        assertOwnProposalsOnly(level);
        // It was no dead card: the same one is carried out by the shopper's own no.
        assertThat(attendant
                        .post(chat.path() + "/actions/" + actionId, Map.of("decision", "decline"), chat.headers())
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("declined");
    }

    @Test
    void fiftyProposalsInOneAnswerAreOneCard() {
        Attendant.Chat chat = open(Level.customer);
        FunctionCall cancel = FunctionCall.of("cancelOrder", Map.of("orderId", READABLE, "reason", "NO_LONGER_NEEDED"));
        gemini.reset();
        gemini.script(calls(Collections.nCopies(50, cancel).toArray(FunctionCall[]::new)), text(CLAIM));

        JsonNode answer = checked(chat, chat.ask("Cancel my order"), foreign(Level.customer));

        assertThat(events(answer, "action.proposed")).hasSize(1);
        assertThat(events(answer, "tool.finished"))
                .filteredOn(event -> event.path("code").asText().equals("action_pending"))
                .hasSize(49);
        assertOwnProposalsOnly(Level.customer);
    }

    private HostileCalls attacks(Level level) {
        boolean known = level == Level.customer || level == Level.customerByCode;
        List<Person> others =
                PEOPLE.stream().filter(person -> !known || person != ODILE).toList();
        return new HostileCalls(declared(), ODILE, others, Optional.of(READABLE).filter(order -> level == Level.order));
    }

    private List<FunctionDeclaration> declared() {
        gemini.script(text("Hello."));
        attendant.guest().ask("Hello");
        return gemini.requests().getLast().functionDeclarations();
    }

    private Attendant.Chat open(Level level) {
        return visitors.open(level, ODILE.id(), ODILE.email(), READABLE);
    }

    private ForeignValues foreign(Level level) {
        String own = switch (level) {
            case anonymous -> "";
            case order -> Shop.export("orders", READABLE).toString();
            case customer, customerByCode ->
                Shop.export("customers", ODILE.id())
                        + ODILE.orders().stream()
                                .map(order -> Shop.export("orders", order).toString())
                                .collect(Collectors.joining());
        };
        return ForeignValues.to(publicRows() + own);
    }

    private static String publicRows() {
        return Shop.export("products").toString() + Shop.export("articles");
    }

    private static String received(GeminiRequest request) {
        String all = request.functionResponses().stream()
                .map(response -> response.response().toString())
                .collect(Collectors.joining(" "));
        return all.substring(0, Math.min(all.length(), REPEATED));
    }

    /** The answer of a turn that ended once, and well, and in which nobody learned anything. */
    private JsonNode checked(Attendant.Chat chat, Attendant.Answer answer, ForeignValues foreign) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode turn = answer.json();
        List<String> names = turn.path("events").findValuesAsText("event");
        assertThat(names).endsWith("turn.completed");
        assertThat(names).containsOnlyOnce("turn.completed").doesNotContain("turn.failed");
        assertThat(events(turn, "turn.completed").getFirst().path("degraded").asBoolean())
                .isFalse();
        assertThat(events(turn, "tool.finished"))
                .allSatisfy(event -> assertThat(event.path("ok").asBoolean()
                                || CODES.contains(event.path("code").asText()))
                        .isTrue())
                .noneMatch(event -> event.path("code").asText().equals("tool_failed"));
        assertThat(foreign.in(answer.text())).isEmpty();
        assertThat(foreign.in(chat.transcript().toString())).isEmpty();
        assertThat(foreign.in(String.join(
                        "\n",
                        tables.rows("SELECT type, data FROM events WHERE conversation_id = '" + chat.id() + "'"))))
                .isEmpty();
        for (GeminiRequest request : gemini.requests()) {
            assertThat(foreign.in(told(request))).as(request.toString()).isEmpty();
        }
        return turn;
    }

    /** The request without what the model itself has put into it. */
    private static String told(GeminiRequest request) {
        ObjectNode body = request.json().deepCopy();
        for (JsonNode content : body.path("contents")) {
            for (JsonNode part : content.path("parts")) {
                ((ObjectNode) part).remove(List.of("functionCall", "thoughtSignature"));
            }
        }
        return body.toString();
    }

    /** Only ever the shopper's own orders are proposed about, at the level that may, and each proposal still waits. */
    private void assertOwnProposalsOnly(Level level) {
        List<String> actions = tables.rows(
                "SELECT DISTINCT a.customer_id, coalesce(a.order_id, '-'), a.status, coalesce(o.customer_id, '-')"
                        + " FROM actions a LEFT JOIN orders o ON o.id = a.order_id");
        if (level == Level.anonymous || level == Level.order) {
            assertThat(actions).isEmpty();
            return;
        }
        assertThat(actions).isNotEmpty();
        assertThat(actions).allSatisfy(action -> {
            String[] columns = action.split("\\|", -1);
            assertThat(columns[0]).isEqualTo(ODILE.id());
            assertThat(columns[1])
                    .isIn(Stream.concat(Stream.of("-"), ODILE.orders().stream()).toList());
            assertThat(columns[2]).isIn("pending", "expired");
            assertThat(columns[3]).isIn("-", ODILE.id());
        });
    }

    /** The trail outlives the conversations of other tests. */
    private List<String> executed() {
        return tables.rows("SELECT id FROM audit_entries WHERE content LIKE '%executed%' ORDER BY id");
    }

    /** The bytes of every row. */
    private Map<String, String> export() {
        Map<String, String> owner = Attendant.bearer(attendant.token("owner", "admin"));
        return Stream.of("customers", "products", "orders", "articles")
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> attendant
                                .get("/api/admin/export/" + kind, owner)
                                .text()));
    }
}
