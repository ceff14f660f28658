package io.attendant.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.conversations.ChatEvent;
import io.attendant.shared.Json;
import io.attendant.testsupport.FakeTurn;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrderTest {
    private static final String ADDRESS =
            "{\"line1\":\"Linnankatu 1\",\"line2\":\"\",\"city\":\"Turku\",\"state\":\"\",\"postalCode\":\"20100\",\"country\":\"FI\"}";
    private static final String OLD =
            order("#A1", "ada", "\"placedAt\":\"2026-01-01T00:00:00Z\",\"currency\":\"EUR\",");
    private static final String NEW = order("#A2", "ada", "\"placedAt\":\"2026-02-01T00:00:00Z\",");
    private static final String UNDATED = order("#A3", "ada", "");
    private static final String UNDATED_LATER = order("a4", "ada", "");
    private static final String FOREIGN = order("#B1", "bo", "");

    @Inject
    Shop shop;

    @Inject
    OrderTools tools;

    @BeforeEach
    void load() {
        shop.clear();
        Shop.load("customers", "[" + customer("ada") + "," + customer("bo") + "," + customer("cy") + "]");
        Shop.load("orders", String.join(",", "[" + OLD, NEW, UNDATED, UNDATED_LATER, FOREIGN + "]"));
    }

    @AfterEach
    void clear() {
        shop.clear();
    }

    @Test
    void listsOwnOrdersNewestFirstAndUndatedOnesLast() {
        given().auth()
                .oauth2(Shop.token("ada", "shopper"))
                .get("/api/me/orders")
                .then()
                .statusCode(200)
                .body("items.id", contains("#A2", "#A1", "a4", "#A3"))
                .body("page", equalTo(1))
                .body("total", equalTo(4));
    }

    @Test
    void listsPageByPage() {
        Shop.load(
                "orders",
                IntStream.range(0, 25)
                        .mapToObj(i -> order("#C" + i, "cy", ""))
                        .collect(Collectors.joining(",", "[", "]")));
        String token = Shop.token("cy", "shopper");

        given().auth()
                .oauth2(token)
                .get("/api/me/orders?page=2")
                .then()
                .body("items", hasSize(5))
                .body("total", equalTo(25));
        given().auth()
                .oauth2(token)
                .get("/api/me/orders?page=x")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_request"));
    }

    @Test
    void showsOneOwnOrder() {
        String body = given().auth()
                .oauth2(Shop.token("ada", "shopper"))
                .get("/api/me/orders/{id}", "#A1")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Shop.parse(body)).isEqualTo(Shop.parse(OLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%23B1", "%23Z9", "B1", "%00", "%23A1%00", "%25", "'"})
    void aForeignOrderReadsLikeOneThatDoesNotExist(String id) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Shop.token("ada", "shopper"))
                .get("/api/me/orders/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("order_not_found"));
    }

    @Test
    void nobodyButShoppersHasOrders() {
        for (String path : new String[] {"/api/me/orders", "/api/me/orders/%23A1"}) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(401).body("code", equalTo("token_required"));
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(Shop.token("ada", "agent"))
                    .get(path)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void aTokenWithoutACustomerSeesNothing() {
        String token = Shop.token("nobody", "shopper");

        given().auth()
                .oauth2(token)
                .get("/api/me/orders")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        given().auth().oauth2(token).get("/api/me/orders/{id}", "#A1").then().statusCode(404);
    }

    @Test
    void listMyOrdersRepliesShortAndShowsCards() {
        FakeTurn turn = FakeTurn.ofCustomer("ada");

        JsonNode reply = (JsonNode) tools.listMyOrders(turn.asParameters());

        assertThat(reply.get("total").asInt()).isEqualTo(4);
        assertThat(reply.get("orders").findValuesAsText("id")).containsExactly("#A2", "#A1", "a4", "#A3");
        assertThat(Json.write(reply.get("orders").get(1)))
                .isEqualTo("{\"id\":\"#A1\",\"status\":\"pending\",\"placedAt\":\"2026-01-01T00:00:00Z\","
                        + "\"currency\":\"EUR\",\"total\":33.20,\"itemCount\":2,\"items\":[\"Mug\",\"Tea\"]}");
        JsonNode card = Json.tree(turn.events(ChatEvent.Card.class).getFirst().data());
        assertThat(card.get("total").asInt()).isEqualTo(4);
        assertThat(Shop.parse(Json.write(card.get("items").get(1)))).isEqualTo(Shop.parse(OLD));
    }

    @Test
    void listMyOrdersGivesTwentyAtMost() {
        Shop.load(
                "orders",
                IntStream.range(0, 25)
                        .mapToObj(i -> order("#C" + i, "cy", ""))
                        .collect(Collectors.joining(",", "[", "]")));
        FakeTurn turn = FakeTurn.ofCustomer("cy");

        JsonNode reply = (JsonNode) tools.listMyOrders(turn.asParameters());

        assertThat(reply.get("orders")).hasSize(20);
        assertThat(reply.get("total").asInt()).isEqualTo(25);
    }

    @Test
    void whoHasNoOrdersGetsAnEmptyListWithoutACard() {
        FakeTurn turn = FakeTurn.ofCustomer("cy");

        JsonNode reply = (JsonNode) tools.listMyOrders(turn.asParameters());

        assertThat(Json.write(reply)).isEqualTo("{\"orders\":[],\"total\":0}");
        assertThat(turn.events(ChatEvent.Card.class)).isEmpty();
    }

    @Test
    void listMyOrdersNeedsTheCustomer() {
        for (FakeTurn turn : new FakeTurn[] {FakeTurn.anonymous(), FakeTurn.ofOrder("#A1")}) {
            assertThat(refusal(tools.listMyOrders(turn.asParameters()))).isEqualTo("verification_required");
            assertThat(turn.events(ChatEvent.VerificationRequired.class)).hasSize(1);
            assertThat(turn.events(ChatEvent.Card.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#A1", "#a1", "A1", "a1", " #A1 ", "\tA1\n", "# A1"})
    void orderDetailsAreTheRowAndACardHoweverTheIdIsWritten(String id) {
        FakeTurn turn = FakeTurn.ofCustomer("ada");

        Object reply = tools.getOrderDetails(id, turn.asParameters());

        assertThat(row(reply)).isEqualTo(Shop.parse(OLD));
        assertThat(turn.events(ChatEvent.Card.class).getFirst().kind()).isEqualTo("order");
        assertThat(Shop.parse(
                        Json.write(turn.events(ChatEvent.Card.class).getFirst().data())))
                .isEqualTo(row(reply));
    }

    @Test
    void theExactWritingWins() {
        Shop.load("orders", "[" + order("A1", "ada", "") + "]");

        Object reply = tools.getOrderDetails("A1", FakeTurn.ofCustomer("ada").asParameters());

        assertThat(Json.tree(reply).get("id").asText()).isEqualTo("A1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "#B1",
                "b1",
                "#Z9",
                "",
                " ",
                "#",
                "%",
                "'",
                "#A1'",
                "#A1\u0000",
                "\ud800",
                "#A1,#A2",
                "' or '1'='1",
                "bo",
                "ada"
            })
    void aForeignUnknownOrMalformedIdIsOrderNotFound(String id) {
        FakeTurn turn = FakeTurn.ofCustomer("ada");

        assertThat(refusal(tools.getOrderDetails(id, turn.asParameters()))).isEqualTo("order_not_found");
        assertThat(turn.events(ChatEvent.Card.class)).isEmpty();
        assertThat(turn.events(ChatEvent.ToolFinished.class).getFirst().code()).isEqualTo("order_not_found");
    }

    @Test
    void anIdAsLongAsABookIsOrderNotFound() {
        Object reply = tools.getOrderDetails(
                "#A1".repeat(10_000), FakeTurn.ofCustomer("ada").asParameters());

        assertThat(refusal(reply)).isEqualTo("order_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#A1", "#Z9", ""})
    void aGuestIsAskedToVerifyWhetherTheOrderExistsOrNot(String id) {
        FakeTurn turn = FakeTurn.anonymous();

        assertThat(refusal(tools.getOrderDetails(id, turn.asParameters()))).isEqualTo("verification_required");
        assertThat(turn.events(ChatEvent.VerificationRequired.class)).hasSize(1);
    }

    @Test
    void atOrderLevelThatOneOrderIsReadable() {
        assertThat(row(tools.getOrderDetails("a1", FakeTurn.ofOrder("#A1").asParameters())))
                .isEqualTo(Shop.parse(OLD));
    }

    /** The order's own fields in a tool's reply. */
    private static JsonNode row(Object reply) {
        ObjectNode row = (ObjectNode) Shop.parse(Json.write(reply));
        assertThat(row.remove("totals")).isNotNull();
        return row;
    }

    @ParameterizedTest
    @ValueSource(strings = {"#A2", "#B1", "#Z9", ""})
    void atOrderLevelNoOtherOrderIsReadable(String id) {
        assertThat(refusal(tools.getOrderDetails(id, FakeTurn.ofOrder("#A1").asParameters())))
                .isEqualTo("order_not_found");
    }

    private static String refusal(Object reply) {
        return Json.tree(reply).get("refused").asText();
    }

    private static String customer(String id) {
        return "{\"id\":\"" + id + "\",\"email\":\"" + id + "@example.com\",\"firstName\":\"" + id
                + "\",\"lastName\":\"Salo\",\"address\":" + ADDRESS + ",\"paymentMethods\":[]}";
    }

    private static String order(String id, String customer, String more) {
        return "{\"id\":\"" + id + "\",\"customerId\":\"" + customer + "\",\"status\":\"pending\"," + more
                + "\"shippingAddress\":" + ADDRESS + ",\"items\":["
                + "{\"productId\":\"P1\",\"variantId\":\"v1\",\"name\":\"Mug\",\"options\":{\"size\":\"M\"},\"price\":12.70},"
                + "{\"productId\":\"P2\",\"variantId\":\"v2\",\"name\":\"Tea\",\"options\":{},\"price\":20.50}],"
                + "\"shipments\":[],\"payments\":[{\"type\":\"payment\",\"amount\":33.20,\"paymentMethodId\":\"p1\"}]}";
    }
}
