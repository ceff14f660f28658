package io.attendant.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.conversations.ChatEvent;
import io.attendant.shared.Json;
import io.attendant.testsupport.FakeTurn;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CatalogTest {
    private static final String PRODUCTS = """
            [
            {"id":"P1","name":"Trail headphones","category":"Audio","description":"Light and open.","tags":["sport"],
             "variants":[{"id":"v1","options":{"colour":"red"},"available":true,"stock":4,"price":60},
                         {"id":"v2","options":{"colour":"black"},"available":false,"price":40}]},
            {"id":"P2","name":"Studio headphones","category":"audio","description":"For long days at the desk.",
             "variants":[{"id":"v3","options":{"colour":"black"},"available":true,"stock":0,"price":150}]},
            {"id":"P3","name":"Café crème cup","category":"Kitchen","description":"Holds two espressos; goes with headphones on.",
             "variants":[{"id":"v4","options":{"size":"S"},"available":true,"price":12.5}]},
            {"id":"P4","name":"Spare battery","category":"Power",
             "variants":[{"id":"v5","options":{},"available":true,"price":20}]},
            {"id":"P5","name":"Gift box","variants":[]}
            ]""";

    @Inject
    Shop shop;

    @Inject
    CatalogTools tools;

    @BeforeEach
    void load() {
        shop.clear();
        Shop.load("products", PRODUCTS);
    }

    @AfterEach
    void clear() {
        shop.clear();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "headphones, P1 P2 P3",
                "headphone, P1 P2 P3",
                "HEADPHONES, P1 P2 P3",
                "studio headphones, P2",
                "headphones studio, P2",
                "cafe creme, P3",
                "CAFÉ CRÈME, P3",
                "batteries, P4",
                "battery, P4",
                "boxes, P5",
                "sport, P1",
                "red, P1",
                "espressos, P3",
                "please show me some cups, P3",
                "studio cup, P2 P3",
                "zeppelin, ''",
                "show me some, P1 P2 P3 P4 P5",
                "none, P1 P2 P3 P4 P5",
                "'  ', P1 P2 P3 P4 P5"
            })
    void findsByWordsBestMatchFirst(String query, String ids) {
        List<String> expected = ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1));

        var request = query == null ? given() : given().queryParam("query", query);
        request.get("/api/products")
                .then()
                .statusCode(200)
                .body("items.id", expected.isEmpty() ? empty() : contains(expected.toArray()))
                .body("total", equalTo(expected.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "'",
                "''",
                "\"",
                "\\",
                "_",
                "%%%",
                "!!",
                ":*",
                "&|!()<->",
                "'; drop table products; --",
                "$$",
                "\u0000",
                "((((",
                "\ud800",
                "😀",
                "ıİ",
                "zeppelin:*",
                "zeppelin & | !",
                "<-> zeppelin"
            })
    void signsAreHarmlessAndMeanNothing(String query) {
        given().queryParam("query", query)
                .get("/api/products")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "head\"phones\"",
                "'headphones'",
                "%headphones%",
                "headphones\\",
                "headphones:*",
                "headphones & !studio"
            })
    void signsAroundAWordAreIgnored(String query) {
        given().queryParam("query", query)
                .get("/api/products")
                .then()
                .statusCode(200)
                .body("items.id[0]", equalTo(query.contains("studio") ? "P2" : "P1"));
    }

    @Test
    void aVeryLongQueryIsHarmless() {
        String query = IntStream.range(0, 2000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

        FakeTurn turn = FakeTurn.anonymous();
        JsonNode reply = find(query + "x".repeat(10_000), null, null, null, turn);

        assertThat(reply.get("total").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Audio, P1 P2", "AUDIO, P1 P2", "kitchen, P3", "Garden, ''", "'%', ''", "A\u0000, ''"})
    void filtersByCategoryWhateverItsLetterCase(String category, String ids) {
        given().queryParam("category", category)
                .get("/api/products")
                .then()
                .statusCode(200)
                .body("items.id", ids.isEmpty() ? empty() : contains((Object[]) ids.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({"1, 20, 25", "2, 5, 25", "3, 0, 25", "0, 20, 25", "-1, 20, 25", "999999999999, 0, 25"})
    void listsPageByPage(String page, int items, int total) {
        Shop.load(
                "products",
                IntStream.range(0, 20)
                        .mapToObj(i -> "{\"id\":\"X" + i + "\",\"name\":\"Thing\",\"variants\":[]}")
                        .collect(Collectors.joining(",", "[", "]")));

        given().queryParam("page", page)
                .get("/api/products")
                .then()
                .statusCode(200)
                .body("items", hasSize(items))
                .body("total", equalTo(total));
    }

    @Test
    void aPageThatIsNoNumberIsInvalid() {
        given().queryParam("page", "two")
                .get("/api/products")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_request"));
    }

    @Test
    void showsOneProduct() {
        given().get("/api/products/P2")
                .then()
                .statusCode(200)
                .body("name", equalTo("Studio headphones"))
                .body("variants[0].price", equalTo(150.00f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "p1", "%2500", "%00", "%27", "%F0%9F%98%80"})
    void anUnknownProductIsNotFound(String id) {
        given().urlEncodingEnabled(false)
                .get("/api/products/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("product_not_found"));
    }

    @Test
    void findProductsRepliesShortAndShowsCards() {
        FakeTurn turn = FakeTurn.anonymous();

        JsonNode reply = find("trail headphones", null, null, null, turn);

        assertThat(Json.write(reply))
                .isEqualTo("{\"products\":[{\"id\":\"P1\",\"name\":\"Trail headphones\",\"category\":\"Audio\","
                        + "\"priceFrom\":40.00,\"priceTo\":60.00,\"available\":true}],\"total\":1}");
        ChatEvent.Card card = turn.events(ChatEvent.Card.class).getFirst();
        assertThat(card.kind()).isEqualTo("products");
        JsonNode data = Json.tree(card.data());
        assertThat(data.get("total").asInt()).isEqualTo(1);
        assertThat(data.get("items").get(0).get("variants")).hasSize(2);
    }

    @Test
    void findProductsShowsNoCardWhenNothingIsFound() {
        FakeTurn turn = FakeTurn.anonymous();

        JsonNode reply = find("zeppelin", null, null, null, turn);

        assertThat(Json.write(reply)).isEqualTo("{\"products\":[],\"total\":0}");
        assertThat(turn.events(ChatEvent.Card.class)).isEmpty();
    }

    @Test
    void findProductsGivesEightAtMostAndSaysHowManyThereAre() {
        Shop.load(
                "products",
                IntStream.range(0, 20)
                        .mapToObj(i -> "{\"id\":\"X" + i + "\",\"name\":\"Thing\",\"variants\":[]}")
                        .collect(Collectors.joining(",", "[", "]")));
        FakeTurn turn = FakeTurn.anonymous();

        JsonNode reply = find("thing", null, null, null, turn);

        assertThat(reply.get("products")).hasSize(8);
        assertThat(reply.get("total").asInt()).isEqualTo(20);
        assertThat(Json.tree(turn.events(ChatEvent.Card.class).getFirst().data())
                        .get("items"))
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "60, false, P1",
        "59.99, false, P1",
        "39.99, false, ''",
        "150, false, P1 P2",
        "150, true, P1",
        "59.99, true, ''",
        "0, false, ''",
        "-5, false, ''",
        "1e999999999, false, P1 P2",
        "1e-999999999, false, ''",
        "-1e999999999, true, ''"
    })
    void priceAndStockAreOfTheSameVariant(BigDecimal maxPrice, boolean inStockOnly, String ids) {
        JsonNode reply = find("headphones", "Audio", maxPrice, inStockOnly, FakeTurn.anonymous());

        assertThat(String.join(" ", reply.findValuesAsText("id"))).isEqualTo(ids);
    }

    @Test
    void aCategoryThatTheShopDoesNotHaveIsOneMoreWord() {
        JsonNode reply = find("black", "headphones", null, null, FakeTurn.anonymous());

        assertThat(reply.findValuesAsText("id")).containsExactlyInAnyOrder("P1", "P2");
    }

    @Test
    void productDetailsAreTheProductAndACard() {
        FakeTurn turn = FakeTurn.anonymous();

        JsonNode reply = (JsonNode) tools.getProductDetails(" P1 ", turn.asParameters());

        assertThat(reply)
                .isEqualTo(
                        Json.tree(turn.events(ChatEvent.Card.class).getFirst().data()));
        assertThat(reply.get("variants")).hasSize(2);
        assertThat(turn.events(ChatEvent.ToolFinished.class).getFirst().ok()).isTrue();
    }

    @Test
    void productsOfOneTurnStandSideBySide() {
        FakeTurn turn = FakeTurn.anonymous();
        for (String id : List.of("P1", "P2", "P1", "P3", "P4", "P5")) {
            tools.getProductDetails(id, turn.asParameters());
        }

        assertThat(turn.events(ChatEvent.Card.class).stream()
                        .map(card -> card.kind() + " "
                                + String.join(
                                        ",",
                                        Json.tree(card.data()).findValuesAsText("id").stream()
                                                .filter(id -> id.startsWith("P"))
                                                .toList())))
                // Five don't fit side by side.
                .containsExactly(
                        "product P1",
                        "comparison P1,P2",
                        "comparison P1,P2",
                        "comparison P1,P2,P3",
                        "comparison P1,P2,P3,P4",
                        "product P5");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "nothing", "'", "P1\u0000", "%"})
    void detailsOfAnUnknownProductAreRefused(String id) {
        FakeTurn turn = FakeTurn.anonymous();

        Object reply = tools.getProductDetails(id, turn.asParameters());

        assertThat(Json.tree(reply).get("refused").asText()).isEqualTo("product_not_found");
        assertThat(turn.events(ChatEvent.Card.class)).isEmpty();
    }

    @Test
    void productTypesCountCategoriesWhateverTheirLetterCase() {
        JsonNode reply = (JsonNode) tools.listProductTypes(FakeTurn.anonymous().asParameters());

        assertThat(Json.write(reply.get("categories")))
                .isEqualTo("[{\"name\":\"Audio\",\"products\":2},"
                        + "{\"name\":\"Kitchen\",\"products\":1},{\"name\":\"Power\",\"products\":1}]");
        assertThat(reply.get("products").findValuesAsText("id")).containsExactly("P1", "P2", "P3", "P4", "P5");
        assertThat(reply.get("total").asInt()).isEqualTo(5);
    }

    private JsonNode find(String query, String category, BigDecimal maxPrice, Boolean inStockOnly, FakeTurn turn) {
        return (JsonNode) tools.findProducts(query, category, maxPrice, inStockOnly, turn.asParameters());
    }
}
