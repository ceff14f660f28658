package io.attendant.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.importing.rows.ImportKind;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DemoShopTest.On.class)
class DemoShopTest {
    @Inject
    DemoShop demoShop;

    @Inject
    Shop shop;

    @Inject
    Clock clock;

    /** The demo shop is switched on. */
    public static class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("attendant.demo.shop", "true");
        }
    }

    /** Leaves the state that the start of the application left. */
    @BeforeEach
    void load() {
        shop.clear();
        demoShop.loadIfEmpty();
    }

    @Test
    void hasEverythingAShopHas() {
        JsonNode products = Shop.export("products");
        JsonNode orders = Shop.export("orders");

        assertThat(products.size()).isGreaterThanOrEqualTo(30);
        assertThat(products.findValues("variants").stream()
                        .mapToInt(JsonNode::size)
                        .sum())
                .isGreaterThanOrEqualTo(100);
        assertThat(products.findValuesAsText("category").stream().distinct().count())
                .isGreaterThanOrEqualTo(6);
        assertThat(Shop.export("customers").size()).isGreaterThanOrEqualTo(15);
        assertThat(orders.size()).isGreaterThanOrEqualTo(80);
        assertThat(orders)
                .extracting(order -> order.get("status").asText())
                .contains("pending", "processed", "delivered", "cancelled", "return_requested", "exchange_requested");
        assertThat(Shop.export("articles").size()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void ordersAreOfTheLastFourMonths() {
        Instant now = clock.instant();

        assertThat(Shop.export("orders"))
                .extracting(order -> Instant.parse(order.get("placedAt").asText()))
                .allSatisfy(placedAt -> assertThat(placedAt).isBetween(now.minus(Duration.ofDays(121)), now));
    }

    @Test
    void isLoadedOnceOnly() {
        Map<ImportKind, JsonNode> before = everything();

        demoShop.loadIfEmpty();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void isNotMixedIntoAShopsOwnData() {
        shop.clear();
        Shop.load("articles", "[{\"id\":\"own\",\"locale\":\"en\",\"title\":\"Own\",\"body\":\"\"}]");

        demoShop.loadIfEmpty();

        assertThat(Shop.export("articles").findValuesAsText("id")).containsExactly("own");
        assertThat(Shop.export("products")).isEmpty();
    }

    @Test
    void replicasThatStartTogetherLoadItOnce() throws InterruptedException, ExecutionException {
        int products = Shop.export("products").size();
        shop.clear();

        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(replicas.submit(demoShop::loadIfEmpty));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        }

        assertThat(Shop.export("products").size()).isEqualTo(products);
    }

    @Test
    void everyProductHasItsPicture() {
        for (String image : Shop.export("products").findValuesAsText("imageUrl")) {
            given().get(image)
                    .then()
                    .statusCode(200)
                    .contentType(equalTo("image/svg+xml"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                    .header("Cache-Control", "public, max-age=604800");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none.svg",
                "P1001.png",
                "..%2Fproducts.json",
                "%2e%2e/products.json",
                "P1001.svg%00",
                "..%5cproducts.json"
            })
    void nothingButPicturesIsServed(String name) {
        given().urlEncodingEnabled(false)
                .get("/demo/images/" + name)
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
    }

    private static Map<ImportKind, JsonNode> everything() {
        Map<ImportKind, JsonNode> all = new EnumMap<>(ImportKind.class);
        for (ImportKind kind : ImportKind.values()) {
            all.put(kind, Shop.export(kind.name()));
        }
        return all;
    }
}
