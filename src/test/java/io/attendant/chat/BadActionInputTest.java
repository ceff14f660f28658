package io.attendant.chat;

import static io.attendant.chat.AnswerTest.events;
import static io.attendant.chat.BadInputTest.assertProblem;
import static io.attendant.testsupport.SmallShop.BEN;
import static io.attendant.testsupport.SmallShop.BENS_ORDER;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.CapturedLog;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be an argument, a decision or an action's id is refused by a code, and nothing is written or proposed. */
@QuarkusTest
class BadActionInputTest extends ApplicationTest {
    private static final String LONG = "x".repeat(10_000);

    @Inject
    DataSource pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private OwnerSql tables;
    private Attendant.Chat ben;
    private JsonNode customers;
    private JsonNode orders;
    private CapturedLog log;

    @BeforeEach
    void asBen() {
        tables = new OwnerSql(url);
        ben = attendant.shopper(BEN);
        customers = Shop.export("customers");
        orders = Shop.export("orders");
        log = CapturedLog.open();
    }

    @AfterEach
    void nothingWasWritten() {
        log.close();
        assertThat(log.errors()).isEmpty();
        assertThat(Shop.export("customers")).isEqualTo(customers);
        assertThat(Shop.export("orders")).isEqualTo(orders);
        assertThat(tables.rows("SELECT kind FROM actions WHERE status NOT IN ('pending', 'expired')"))
                .isEmpty();
    }

    /** The code with which the tool answers in a turn that ends well. */
    private String refusal(String tool, Map<String, ?> arguments) {
        gemini.script(call(tool, arguments), text("I see."));
        Attendant.Answer answer = ben.ask("please");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("events").findValuesAsText("event"))
                .endsWith("turn.completed")
                .doesNotContain("action.proposed", "turn.failed");
        JsonNode finished = events(answer.json(), "tool.finished").getFirst();
        assertThat(finished.path("ok").asBoolean()).as(answer.text()).isFalse();
        String told = gemini.requests()
                .getLast()
                .functionResponse(tool)
                .orElseThrow()
                .result()
                .path("refused")
                .asText();
        assertThat(told).isEqualTo(finished.path("code").asText());
        return told;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cancelOrder         | {"orderId":"#S2002"}                                                  | invalid_reason
            cancelOrder         | {"orderId":"#S2002","reason":null}                                    | invalid_reason
            cancelOrder         | {"orderId":"#S2002","reason":""}                                      | invalid_reason
            cancelOrder         | {"orderId":"#S2002","reason":"no_longer_needed"}                      | invalid_reason
            cancelOrder         | {"orderId":"#S2002","reason":"OUT_OF_SPITE"}                          | invalid_reason
            cancelOrder         | {"orderId":"#S2002","reason":"NO_LONGER_NEEDED\\u0000"}               | invalid_reason
            cancelOrder         | {"orderId":"#S2002","reason":5}                                       | invalid_arguments
            cancelOrder         | {"orderId":"#S2002","reason":["NO_LONGER_NEEDED"]}                    | invalid_arguments
            cancelOrder         | {"orderId":2002,"reason":"NO_LONGER_NEEDED"}                          | invalid_arguments
            cancelOrder         | {"orderId":{"$ne":""},"reason":"NO_LONGER_NEEDED"}                    | invalid_arguments
            cancelOrder         | {"orderId":["#S2002"],"reason":"NO_LONGER_NEEDED"}                    | invalid_arguments
            cancelOrder         | {"orderId":"","reason":"NO_LONGER_NEEDED"}                            | order_not_found
            cancelOrder         | {"orderId":"#S2002\\u0000","reason":"NO_LONGER_NEEDED"}               | order_not_found
            cancelOrder         | {"orderId":"\\ud83d","reason":"NO_LONGER_NEEDED"}                     | order_not_found
            cancelOrder         | {"reason":"NO_LONGER_NEEDED"}                                         | order_not_found
            changePaymentMethod | {"orderId":"#S2002","paymentMethodId":7}                              | invalid_arguments
            changePaymentMethod | {"orderId":"#S2002","paymentMethodId":null}                           | payment_method_not_found
            changePaymentMethod | {"orderId":"#S2002","paymentMethodId":"\\u0000"}                      | payment_method_not_found
            changePaymentMethod | {"orderId":"#S2002","paymentMethodId":"gift_ben "}                    | payment_method_not_found
            changeItems | {"orderId":"#S2002","itemIds":"V2","newItemIds":["V1"],"paymentMethodId":"gift_ben"}          | invalid_arguments
            changeItems | {"orderId":"#S2002","itemIds":{"0":"V2"},"newItemIds":["V1"],"paymentMethodId":"gift_ben"}    | invalid_arguments
            changeItems | {"orderId":"#S2002","itemIds":[2],"newItemIds":["V1"],"paymentMethodId":"gift_ben"}           | invalid_arguments
            changeItems | {"orderId":"#S2002","itemIds":[null],"newItemIds":["V1"],"paymentMethodId":"gift_ben"}        | invalid_arguments
            changeItems | {"orderId":"#S2002","itemIds":[["V2"]],"newItemIds":["V1"],"paymentMethodId":"gift_ben"}      | invalid_arguments
            changeItems | {"orderId":"#S2002","newItemIds":["V1"],"paymentMethodId":"gift_ben"}                         | invalid_arguments
            changeItems | {"orderId":"#S2002","itemIds":[],"newItemIds":[],"paymentMethodId":"gift_ben"}                | items_required
            changeItems | {"orderId":"#S2002","itemIds":["V2\\u0000"],"newItemIds":["V1"],"paymentMethodId":"gift_ben"} | item_not_in_order
            changeItems | {"orderId":"#S2002","itemIds":["V2"],"newItemIds":["V1\\u0000"],"paymentMethodId":"gift_ben"} | replacement_unavailable
            changeItems | {"orderId":"#S2002","itemIds":["V2"],"newItemIds":["\\udead"],"paymentMethodId":"gift_ben"}   | replacement_unavailable
            findProducts        | {"query":"lamp","maxPrice":"cheap"}                                   | invalid_arguments
            findProducts        | {"query":"lamp","maxPrice":[1]}                                       | invalid_arguments
            findProducts        | {"query":"lamp","inStockOnly":"perhaps"}                              | invalid_arguments
            findProducts        | {"query":["lamp"]}                                                    | invalid_arguments
            getProductDetails   | {"productId":"P1\\u0000"}                                             | product_not_found
            calculate           | {"expression":1e400}                                                  | invalid_expression
            calculate           | {}                                                                    | invalid_expression
            """)
    void argumentsThatAreNone(String tool, String arguments, String code) {
        assertThat(refusal(tool, parsed(arguments))).isEqualTo(code);
    }

    @Test
    void belowTheToolsLevelNothingIsSaidOfItsArguments() {
        gemini.script(call("cancelOrder", Map.of("orderId", 7, "reason", 5)), text("No."));

        JsonNode events = attendant.guest().ask("Cancel it").json().path("events");

        assertThat(events.findValuesAsText("code")).containsExactly("verification_required");
        assertThat(events.findValuesAsText("event")).contains("verification.required");
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return Attendant.JSON.readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"changeItems", "exchangeItems", "returnItems"})
    void tenThousandItems(String tool) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("orderId", BENS_ORDER);
        arguments.put("itemIds", Collections.nCopies(10_000, "V2"));
        arguments.put("newItemIds", Collections.nCopies(10_000, "V1"));
        arguments.put("paymentMethodId", "gift_ben");
        if (tool.equals("returnItems")) {
            arguments.remove("newItemIds");
        }

        assertThat(refusal(tool, arguments)).isEqualTo("invalid_arguments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderId", "paymentMethodId"})
    void idsThatAreTooLong(String parameter) {
        Map<String, Object> arguments = new HashMap<>(Map.of("orderId", BENS_ORDER, "paymentMethodId", "gift_ben"));
        arguments.put(parameter, LONG);

        assertThat(refusal("changePaymentMethod", arguments))
                .isEqualTo(parameter.equals("orderId") ? "order_not_found" : "payment_method_not_found");
    }

    static Stream<Object[]> addressParts() {
        return Stream.of("line1", "line2", "city", "state", "postalCode", "country")
                .flatMap(part ->
                        Stream.of("changeShippingAddress", "updateMyAddress").map(tool -> new Object[] {tool, part}));
    }

    @ParameterizedTest
    @MethodSource("addressParts")
    void addressPartsThatAreNone(String tool, String part) {
        List<Object> values = new ArrayList<>(List.of(
                LONG,
                "x".repeat(201),
                "a\u0000b",
                "\u0000",
                "half \ud83d pair",
                "\udc00",
                5,
                true,
                List.of("a"),
                Map.of()));
        for (Object value : values) {
            assertThat(refusal(tool, address(tool, part, value)))
                    .as("%s %.30s", part, value)
                    .isEqualTo("invalid_arguments");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"line1", "city", "postalCode", "country"})
    void addressPartsThatAreBlank(String part) {
        for (String tool : List.of("changeShippingAddress", "updateMyAddress")) {
            for (String blank : List.of("", "  \n\t", "\u2003")) {
                assertThat(refusal(tool, address(tool, part, blank))).isEqualTo("address_incomplete");
            }
        }
    }

    private static Map<String, Object> address(String tool, String part, Object value) {
        Map<String, Object> arguments = new LinkedHashMap<>(Map.of(
                "line1",
                "3 Fir Street",
                "line2",
                "",
                "city",
                "Turin",
                "state",
                "",
                "postalCode",
                "10122",
                "country",
                "IT"));
        if (tool.equals("changeShippingAddress")) {
            arguments.put("orderId", BENS_ORDER);
        }
        arguments.put(part, value);
        return arguments;
    }

    static Stream<Object[]> words() {
        return Stream.of(null, "", "a \u0000 b", "half \ud83d pair", "x" + "🙂".repeat(5_000), LONG)
                .flatMap(words ->
                        Stream.of("requestVerification", "handOffToHuman").map(tool -> new Object[] {tool, words}));
    }

    /** Free words of the model are mended and cut, never a reason to fail: least of all a hand-over. */
    @ParameterizedTest
    @MethodSource("words")
    void wordsAreMended(String tool, String words) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("reason", words);
        if (tool.equals("handOffToHuman")) {
            arguments.put("summary", words);
        }
        gemini.script(call(tool, arguments), call(tool, Map.of()), text("Please look."));
        Attendant.Chat guest = attendant.guest();

        JsonNode answer = guest.ask("please").json();

        assertThat(events(answer, "tool.finished"))
                .hasSize(2)
                .allMatch(event -> event.path("ok").asBoolean());
        assertThat(events(answer, "turn.completed")).hasSize(1);
        assertThat(events(answer, tool.equals("handOffToHuman") ? "handoff.created" : "verification.required"))
                .isNotEmpty();
        assertThat(guest.transcript().path("messages")).hasSize(2);
    }

    @Test
    void answersThatCannotBeStored() {
        gemini.script(
                text("It is \u0000 here.")
                        .thenCall("findProducts", Map.of("query", "lamp \u0000", "category", "\u0000")),
                text("And \ud83d half."));

        JsonNode answer = ben.ask("a lamp?").json();

        assertThat(answer.path("events").findValuesAsText("event")).endsWith("turn.completed");
        assertThat(answer.path("reply").asText()).isEqualTo("It is \ufffd here.\n\nAnd \ufffd half.");
        gemini.script(text("Still here."));
        assertThat(ben.ask("and now?").json().path("reply").asText()).isEqualTo("Still here.");
    }

    /** What a statement held that fails is nothing for the log. */
    @Test
    void failedStatementsTellNoValues() throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO conversations (locale) VALUES (?)")) {
            statement.setString(1, "Ben's own words");
            statement.addBatch();
            assertThatThrownBy(statement::executeBatch)
                    .isInstanceOf(SQLException.class)
                    .satisfies(failure -> assertThat(failure.toString() + failure.getCause())
                            .contains("ERROR")
                            .doesNotContain("Ben's own words"));
        }
    }

    private String proposal() {
        gemini.script(
                call("cancelOrder", Map.of("orderId", BENS_ORDER, "reason", "NO_LONGER_NEEDED")), text("Shall I?"));
        return events(ben.ask("Cancel it").json(), "action.proposed")
                .getFirst()
                .path("actionId")
                .asText();
    }

    private Attendant.Answer decide(String actionId, String type, byte[] body) {
        return attendant.send("POST", ben.path() + "/actions/" + actionId, type, body, ben.headers());
    }

    @Test
    void decisionsThatAreNone() {
        String actionId = proposal();
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String invalid : List.of(
                "{}",
                "{\"decision\":null}",
                "{\"decision\":\"\"}",
                "{\"decision\":\"yes\"}",
                "{\"decision\":\"CONFIRM\"}",
                "{\"decision\":\"con\\u0000firm\"}",
                "{\"decision\":0}",
                "{\"decision\":1}",
                "{\"decision\":\"0\"}",
                "{\"decision\":true}",
                "{\"decision\":[\"confirm\"]}",
                "{\"decision\":{\"value\":\"confirm\"}}",
                "{\"Decision\":\"confirm\"}",
                "{\"decision\":\"confirm\",\"actionId\":\"" + actionId + "\"}",
                "{\"decision\":\"confirm\",\"customerId\":\"ana\"}",
                "{\"decision\":\"confirm\",\"more\":\"" + "x".repeat(200_000) + "\"}")) {
            bodies.put(invalid, "invalid_request");
        }
        for (String malformed : List.of("{", "confirm", "{\"decision\":confirm}", "\u0000", "[".repeat(50_000))) {
            bodies.put(malformed, "malformed_request");
        }
        bodies.forEach((body, code) -> {
            Attendant.Answer answer = decide(actionId, "application/json", body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.code()).as("%.60s", body).isEqualTo(code);
            assertProblem(answer, 400, code);
        });
        for (String noObject : List.of("", "null", "[]", "\"confirm\"", "1", "true")) {
            Attendant.Answer answer = decide(actionId, "application/json", noObject.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(noObject + " " + answer.text()).isEqualTo(400);
            assertProblem(answer, 400, answer.code());
        }
        byte[] utf16 = "{\"decision\":\"confirm\"} ".repeat(2).getBytes(StandardCharsets.UTF_16BE);
        utf16[1] = (byte) 0xff;
        assertThat(decide(actionId, "application/json", utf16).status()).isEqualTo(400);
        assertProblem(
                decide(
                        actionId,
                        "application/json",
                        ("{\"decision\":\"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8)),
                413,
                "body_too_large");
        assertProblem(
                decide(actionId, "text/plain", "confirm".getBytes(StandardCharsets.UTF_8)),
                415,
                "unsupported_media_type");
        assertThat(ben.transcript().path("pendingAction").path("actionId").asText())
                .isEqualTo(actionId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "nonsense",
                "%00",
                "%ff%fe",
                "..%2f..",
                "00000000-0000-0000-0000-000000000000",
                "1-1-1-1-1",
                "7f1f8f0c6f0c4c5e9d0a0f5a3f6f0000",
                "%F0%9F%99%82",
                "'%20OR%201=1"
            })
    void actionIdsThatAreNone(String id) {
        proposal();
        Attendant.Answer answer =
                decide(id, "application/json", "{\"decision\":\"confirm\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.code()).isIn("action_not_found", "not_found");
    }
}
