package io.attendant.importing;

import static io.attendant.testsupport.ImportRows.array;
import static io.attendant.testsupport.ImportRows.customer;
import static io.attendant.testsupport.ImportRows.order;
import static io.attendant.testsupport.ImportRows.product;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.attendant.importing.rows.ImportKind;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportTest {
    @Inject
    Shop shop;

    @Inject
    Importer importer;

    @BeforeEach
    @AfterEach
    void clear() {
        shop.clear();
    }

    @Test
    void countsWhatIsNewWhatChangedAndWhatDidNot() {
        Shop.upload("customers", array(customer("c1", "Ada"), customer("c2", "Bo")))
                .then()
                .statusCode(200)
                .body("kind", equalTo("customers"))
                .body("inserted", equalTo(2))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(0));

        Shop.upload("customers", array(customer("c1", "Ada"), customer("c2", "Bob"), customer("c3", "Cy")))
                .then()
                .statusCode(200)
                .body("inserted", equalTo(1))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        assertThat(Shop.export("customers").findValuesAsText("firstName")).containsExactly("Ada", "Bob", "Cy");
    }

    @Test
    void whatARowLeavesOutIsCleared() {
        Shop.load("customers", array(customer("c1", "Ada").replace("\"email\"", "\"phone\":\"123\",\"email\"")));
        Shop.load(
                "orders",
                array(order("#A1", "c1", "cancelled")
                        .replace(
                                "\"shipments\"",
                                "\"cancelReason\":\"ORDERED_BY_MISTAKE\",\"itemsModified\":true,\"shipments\"")));
        String bare = customer("c1", "Ada").replace("{\"id\":\"p1\",\"kind\":\"paypal\"}", "");

        Shop.upload("customers", array(bare)).then().body("updated", equalTo(1));
        Shop.upload("orders", array(order("#A1", "c1", "pending"))).then().body("updated", equalTo(1));

        assertThat(Shop.export("customers", "c1")).isEqualTo(Shop.parse(bare));
        assertThat(Shop.export("orders", "#A1")).isEqualTo(Shop.parse(order("#A1", "c1", "pending")));
    }

    @Test
    void oneBadRowRefusesTheFileAndNamesEachBadRow() {
        Shop.load("customers", array(customer("c0", "Zoe")));

        Shop.upload(
                        "customers",
                        array(
                                customer("c0", "Changed"),
                                customer("c1", "Ada").replace("\"Ada\"", "5"),
                                customer("c2", "Bo"),
                                customer("c3", "Cy").replace("\"city\":\"Turku\",", ""),
                                customer("c2", "Bo again")))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("import_rejected"))
                .body("errors.line", contains(3, 5, 6))
                .body("errors.index", contains(1, 3, 4))
                .body("errors.field", contains("firstName", "address.city", "id"))
                .body("errors.reason", contains("must be a text", "is missing", "is given twice in this file"));

        assertThat(Shop.export("customers").findValuesAsText("firstName")).containsExactly("Zoe");
    }

    @Test
    void listsAHundredErrorsAtMost() {
        String[] rows = IntStream.range(0, 150)
                .mapToObj(i -> customer("c" + i, "").replace("\"firstName\":\"\",", ""))
                .toArray(String[]::new);

        Shop.upload("customers", array(rows)).then().statusCode(422).body("errors", hasSize(100));
    }

    @Test
    void aFileThatBreaksOffLeavesNothingBehind() {
        String rows =
                IntStream.range(0, 1200).mapToObj(i -> customer("c" + i, "Ada")).collect(Collectors.joining(",\n"));

        Shop.upload("customers", "[\n" + rows + ",\n{\"id\":\"c12")
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(1202))
                .body("errors[0].reason", equalTo("not JSON, or the file breaks off"));

        assertThat(Shop.export("customers")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "{}", "null", "17", "[1]", "[null]", "[[]]"})
    void whatIsNoArrayOfObjectsIsRefused(String file) {
        Shop.upload("orders", file)
                .then()
                .statusCode(422)
                .body("code", equalTo("import_rejected"))
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(1));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin1 = array(customer("c1", "Jürgen")).getBytes(StandardCharsets.ISO_8859_1);

        Shop.upload("customers", latin1)
                .then()
                .statusCode(422)
                .body("errors[0].line", equalTo(2))
                .body("errors[0].reason", equalTo("not UTF-8"));
    }

    @Test
    void anOrderOfAnUnknownCustomerIsRefused() {
        Shop.load("customers", array(customer("c1", "Ada")));

        Shop.upload("orders", array(order("#A1", "c1", "pending"), order("#A2", "nobody", "pending")))
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].index", equalTo(1))
                .body("errors[0].field", equalTo("customerId"));

        assertThat(Shop.export("orders")).isEmpty();
    }

    @Test
    void aVariantIsOfOneProductOnly() {
        Shop.load("products", array(product("P1", "v1")));

        Shop.upload("products", array(product("P2", "v2"), product("P3", "v2"), product("P4", "v1")))
                .then()
                .statusCode(422)
                .body("errors.index", contains(1, 2))
                .body("errors.field", contains("variants[0].id", "variants[0].id"))
                .body("errors.reason", contains("is given twice in this file", "is a variant of another product"));
    }

    @Test
    void aVariantMovesWhenTheFileBringsBothProducts() {
        Shop.load("products", array(product("P1", "v1")));

        Shop.upload("products", array(product("P2", "v1"), product("P1", "v2")))
                .then()
                .statusCode(200)
                .body("inserted", equalTo(1))
                .body("updated", equalTo(1));
    }

    @Test
    void hugeTextsFitOrAreRefusedButNeverBreak() {
        String words = IntStream.range(0, 14_000)
                .mapToObj(i -> "word" + i)
                .collect(Collectors.joining(" "))
                .substring(0, 100_000);
        String article = "{\"id\":\"a1\",\"locale\":\"en\",\"title\":\"Long\",\"body\":\"" + words + "\"}";

        Shop.upload("articles", array(article)).then().statusCode(200);
        Shop.upload("articles", array(article.replace("\"Long\"", "\"" + "x".repeat(301) + "\"")))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("title"));
        Shop.upload("articles", array(article.replace("a1", "a".repeat(3000))))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/admin/import?format=json",
                "/api/admin/import?kind=secrets&format=json",
                "/api/admin/import?kind=orders&format=shopify-csv"
            })
    void unknownKindsAndFormatsAreInvalid(String address) {
        given().auth()
                .oauth2(Shop.token("owner", "admin"))
                .contentType("application/json")
                .body("[]")
                .post(address)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_request"));
    }

    @Test
    void anotherContentTypeIsRefused() {
        given().auth()
                .oauth2(Shop.token("owner", "admin"))
                .contentType("text/plain")
                .body("[]")
                .post("/api/admin/import?kind=orders&format=json")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
    }

    @Test
    void onlyTheOwnerImportsAndExports() {
        given().contentType("application/json")
                .body("[]")
                .post("/api/admin/import?kind=orders")
                .then()
                .statusCode(401);
        given().get("/api/admin/export/orders").then().statusCode(401);
        for (String role : new String[] {"shopper", "agent"}) {
            String token = Shop.token("c1", role);
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body("[]")
                    .post("/api/admin/import?kind=orders")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
            given().auth()
                    .oauth2(token)
                    .get("/api/admin/export/customers")
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(token)
                    .get("/api/admin/export/customers/c1")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void importsOfTheSameFileAtOnceWaitForEachOther() throws Exception {
        byte[] file = array(IntStream.range(0, 300)
                        .mapToObj(i -> customer("c" + i, "Ada"))
                        .toArray(String[]::new))
                .getBytes(StandardCharsets.UTF_8);
        Callable<Importer.Result> run = () -> importer.run(ImportKind.customers, new ByteArrayInputStream(file));

        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Importer.Result> results = new ArrayList<>();
            for (Future<Importer.Result> result : threads.invokeAll(List.of(run, run, run))) {
                results.add(result.get());
            }
            assertThat(results).extracting(Importer.Result::inserted).containsExactlyInAnyOrder(300L, 0L, 0L);
            assertThat(results).extracting(Importer.Result::unchanged).containsExactlyInAnyOrder(0L, 300L, 300L);
        }
    }

    @Test
    void aSenderThatBreaksOffLeavesNothingBehind() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(("[" + customer("c1", "Ada") + ",").getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> importer.run(ImportKind.customers, broken))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(Shop.export("customers")).isEmpty();
    }

    @Test
    void withoutTheDemoShopThereAreNoPictures() {
        given().get("/demo/images/P1001.svg").then().statusCode(404).body("code", equalTo("not_found"));
    }
}
