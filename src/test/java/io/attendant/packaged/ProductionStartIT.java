package io.attendant.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.IdentityProvider;
import io.attendant.testsupport.PackagedApp;
import io.attendant.testsupport.TestDatabase;
import io.attendant.testsupport.TokenSigner;
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

    private static Map<String, String> byProvider(String url) {
        Map<String, String> environment = safe();
        environment.remove("ATTENDANT_JWT_SECRET");
        environment.put("ATTENDANT_JWKS_URL", url);
        environment.put("ATTENDANT_JWT_ALGORITHM", "ES256");
        environment.put("ATTENDANT_JWT_GROUPS_CLAIM", "realm_access/roles");
        environment.put("ATTENDANT_JWT_ISSUER", TokenSigner.ISSUER);
        environment.put("ATTENDANT_JWT_AUDIENCE", TokenSigner.AUDIENCE);
        return environment;
    }

    @Test
    void identityProviderInPlaceOfASecret() {
        TokenSigner signer = TokenSigner.es256("key");
        try (IdentityProvider provider = IdentityProvider.start();
                PackagedApp app = PackagedApp.start(byProvider(provider.url()))) {
            provider.publish(signer);

            assertThat(app.client().get("/api/me", Map.of()).status()).isEqualTo(200);
            assertThat(app.client()
                            .get("/api/me", Attendant.bearer(signer.token("ana", "shopper")))
                            .json()
                            .path("level")
                            .asText())
                    .isEqualTo("customer");
            assertThat(app.client()
                            .get(
                                    "/api/me",
                                    Attendant.bearer(TokenSigner.es256("key").token("ana", "shopper")))
                            .code())
                    .isEqualTo("token_invalid");
        }
    }

    @Test
    void identityProviderOverPlainHttpDoesNotStart() throws InterruptedException {
        try (PackagedApp app = PackagedApp.launch(byProvider("http://id.example/certs"))) {
            assertThat(app.exitCode()).isNotZero();
            assertThat(String.join("\n", app.log())).contains("jwks-http").doesNotContain("Listening on:");
        }
    }

    @Test
    void twoKindsOfTokenDoNotStartOutsideOfProductionEither() throws InterruptedException {
        Map<String, String> environment = PackagedApp.demoOn(database);
        environment.put("ATTENDANT_JWKS_URL", "https://id.example/certs");
        try (PackagedApp app = PackagedApp.launch(environment)) {
            assertThat(app.exitCode()).isNotZero();
            assertThat(String.join("\n", app.log())).contains("token-mode").doesNotContain("Listening on:");
        }
        environment.put("ATTENDANT_IDENTITY_SECRET", "");
        try (PackagedApp app = PackagedApp.start(environment)) {
            assertThat(app.client().get("/q/health/ready", Map.of()).status()).isEqualTo(200);
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
            ATTENDANT_JWT_SECRET   | ''                                                | nobody could
            ATTENDANT_JWKS_URL     | https://id.example/certs                          | token-mode
            ATTENDANT_JWT_ALGORITHM | RS256                                            | token-algorithm
            ATTENDANT_JWT_ALGORITHM | none                                             | attendant.identity.algorithm
            ATTENDANT_IDENTITY_CLOCK_SKEW | 1H                                         | clock-skew
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
