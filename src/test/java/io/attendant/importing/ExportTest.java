package io.attendant.importing;

import static io.attendant.testsupport.ImportRows.array;
import static io.attendant.testsupport.ImportRows.customer;
import static io.attendant.testsupport.ImportRows.order;
import static io.attendant.testsupport.ImportRows.product;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExportTest {
    @Inject
    Shop shop;

    @BeforeEach
    @AfterEach
    void clear() {
        shop.clear();
    }

    @Test
    void aRowWithEveryFieldComesBackAsItWas() {
        Shop.load("customers", array(customer("c1", "Ada")));
        String product = "{\"id\":\"P1\",\"name\":\"Mug\",\"category\":\"Kitchen\",\"description\":\"Holds tea.\","
                + "\"imageUrl\":\"https://example.com/mug.svg\",\"tags\":[\"tea\",\"blue\"],\"variants\":[{\"id\":\"v2\","
                + "\"options\":{\"size\":\"L\",\"colour\":\"blue\"},\"available\":true,\"stock\":0,\"price\":12.50},"
                + "{\"id\":\"v1\",\"options\":{},\"available\":false,\"price\":9}]}";
        String order = order("#A1", "c1", "exchange_requested")
                .replace(
                        "\"shipments\":[]",
                        "\"placedAt\":\"2026-01-02T03:04:05.123456Z\",\"currency\":\"EUR\",\"note\":\"Ring \\\"twice\\\"\","
                                + "\"shipments\":[{\"trackingNumbers\":[\"T1\",\"T2\"],\"variantIds\":[\"v1\"],\"carrier\":\"Post\","
                                + "\"status\":\"delivered\",\"expectedAt\":\"2026-01-05T00:00:00Z\",\"events\":[{\"at\":\"2026-01-03T00:00:00Z\","
                                + "\"status\":\"in_transit\",\"location\":\"Turku\",\"text\":\"On its way\"}]},"
                                + "{\"trackingNumbers\":[],\"variantIds\":[],\"events\":[]}],\"itemsModified\":true,"
                                + "\"exchange\":{\"variantIds\":[\"v1\"],\"newVariantIds\":[\"v2\"],\"paymentMethodId\":\"p1\",\"priceDifference\":-3.50}");
        String article = "{\"id\":\"a/1 ü\",\"locale\":\"pt-BR\",\"title\":\"Título\",\"body\":\"# Olá\\n\","
                + "\"tags\":[],\"updatedAt\":\"2026-01-01T00:00:00Z\"}";
        Shop.load("products", array(product));
        Shop.load("orders", array(order));
        Shop.load("articles", array(article));

        assertThat(Shop.export("products")).isEqualTo(Shop.parse(array(product)));
        assertThat(Shop.export("orders", "#A1")).isEqualTo(Shop.parse(order));
        assertThat(Shop.export("articles", "a/1 ü")).isEqualTo(Shop.parse(article));
        Shop.upload("orders", array(order)).then().body("unchanged", equalTo(1));
        Shop.upload("products", array(product)).then().body("unchanged", equalTo(1));
        Shop.upload("articles", array(article)).then().body("unchanged", equalTo(1));
    }

    @Test
    void amountsAreWrittenWithTwoDecimals() {
        Shop.load("products", array(product("P1", "v1").replace("12.5", "51")));

        given().auth()
                .oauth2(Shop.token("owner", "admin"))
                .get("/api/admin/export/products/P1")
                .then()
                .statusCode(200)
                .body(containsString("\"price\":51.00"))
                .body(not(containsString("null")));
    }

    @Test
    void idsThatAreAskedBackAreExportedSortedAndStayUnchanged() {
        Shop.load("customers", array(customer("c1", "Ada")));
        String asAsked = order("#A1", "c1", "return_requested")
                .replace(
                        "\"shipments\"",
                        "\"return\":{\"variantIds\":[\"v2\",\"v1\"],\"paymentMethodId\":\"p1\"},\"shipments\"");
        Shop.load("orders", array(asAsked));

        String sorted = asAsked.replace("[\"v2\",\"v1\"]", "[\"v1\",\"v2\"]");
        assertThat(Shop.export("orders", "#A1")).isEqualTo(Shop.parse(sorted));
        Shop.upload("orders", array(sorted)).then().body("unchanged", equalTo(1));
    }

    @Test
    void anExportOfManyRowsKeepsTheOrderOfTheImport() {
        String[] rows = IntStream.range(0, 1300)
                .mapToObj(i -> customer("c" + (i * 7919) % 1300, "Ada"))
                .toArray(String[]::new);
        Shop.load("customers", array(rows));

        assertThat(Shop.export("customers")).isEqualTo(Shop.parse(array(rows)));
    }

    @ParameterizedTest
    @CsvSource({
        "secrets, not_found", "customers/nobody, customer_not_found", "products/none, product_not_found",
        "orders/%23none, order_not_found", "orders/%00, order_not_found", "articles/none, article_not_found"
    })
    void whatIsNotThereIsNotFound(String path, String code) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Shop.token("owner", "admin"))
                .get("/api/admin/export/" + path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
