package io.attendant.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.PackagedApp;
import io.attendant.testsupport.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In production an unsafe configuration does not start, and a safe one does. */
class ProductionStartIT {
    private static EmbeddedPostgres database;

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    private static Map<String, String> safe() {
        Map<String, String> environment = PackagedApp.demoOn(database);
        environment.put("QUARKUS_PROFILE", "prod");
        environment.put("ATTENDANT_JWT_SECRET", "a secret of this shop that nobody else knows, really");
        environment.put("ATTENDANT_JWT_ISSUER", "https://shop.example");
        environment.put("ATTENDANT_JWT_AUDIENCE", "attendant");
        return environment;
    }

    @Test
    void safeConfigurationStartsWithoutDemoParts() {
        try (PackagedApp app = PackagedApp.start(safe())) {
            assertThat(app.client().get("/q/health/ready", Map.of()).status()).isEqualTo(200);
            assertThat(app.client().get("/api/demo/customers", Map.of()).status())
                    .isEqualTo(404);
            assertThat(app.client()
                            .post("/api/demo/tokens", Map.of("subject", "x", "role", "admin"), Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(app.client()
                            .get("/api/config", Map.of())
                            .json()
                            .path("demo")
                            .asBoolean())
                    .isFalse();
            assertThat(app.client()
                            .get("/api/products", Map.of())
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ATTENDANT_DEMO_ENABLED | true                                              | demo-mode
            ATTENDANT_DEMO_SHOP    | true                                              | demo-shop
            ATTENDANT_JWT_SECRET   | for-trying-attendant-out-only-never-in-production | demo-secret
            ATTENDANT_JWT_SECRET   | short                                             | 32 bytes
            ATTENDANT_JWT_ISSUER   | ''                                                | issuer
            ATTENDANT_JWT_AUDIENCE | ''                                                | audience
            QUARKUS_HTTP_CORS_ORIGINS | *                                              | cors
            """)
    void unsafeConfigurationDoesNotStart(String name, String value, String reason) throws InterruptedException {
        Map<String, String> environment = safe();
        environment.put(name, value);
        try (PackagedApp app = PackagedApp.launch(environment)) {
            assertThat(app.exitCode()).isNotZero();
            assertThat(String.join("\n", app.log())).contains(reason).doesNotContain("Listening on:");
        }
    }
}
