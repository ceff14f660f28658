package io.attendant.assistant.budget;

import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.identity.IdentityConfig;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.GeminiResource;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.TokenSigner;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shopper and the shop may spend between two midnights. */
@QuarkusTest
@QuarkusTestResource(GeminiResource.class)
@TestProfile(DailyBudgetTest.Limited.class)
class DailyBudgetTest {
    private static final String ANA = "ana";
    private static final String BEN = "ben";

    private static final TokenSigner SHOP =
            TokenSigner.hs256(null, IdentityConfig.DEMO_SECRET.getBytes(StandardCharsets.UTF_8));

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final GeminiEmulator gemini = GeminiResource.gemini();
    private Attendant attendant;

    /** Limits that demo mode would not keep. */
    public static class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attendant.demo.enabled", "false",
                    "attendant.identity.issuer", TokenSigner.ISSUER,
                    "attendant.identity.audience", TokenSigner.AUDIENCE,
                    "attendant.identity.groups-claim", "realm_access/roles",
                    "attendant.budget.shopper-day.tokens", "1000",
                    "attendant.budget.shop-day.tokens", "3000");
        }
    }

    @BeforeEach
    void nothingSpent() {
        attendant = new Attendant(base);
        Attendant.Answer imported = attendant.post(
                "/api/admin/import?kind=customers&format=json",
                List.of(customer(ANA), customer(BEN)),
                Attendant.bearer(SHOP.token("owner", "admin")));
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        gemini.reset();
        yesterday();
    }

    @Test
    void shopperHasOneBudgetForAllConversationsOfADay() {
        gemini.script(request -> text("From the model.").usage(900, 200));

        assertThat(reply(ANA)).isEqualTo("From the model.");
        assertThat(reply(ANA)).isNotEqualTo("From the model.");
        assertThat(reply(BEN)).isEqualTo("From the model.");
        assertThat(gemini.requests()).hasSize(2);

        yesterday();
        assertThat(reply(ANA)).isEqualTo("From the model.");
    }

    @Test
    void shopHasOneBudgetForAllShoppersGuestsToo() {
        gemini.script(request -> text("From the model.").usage(900, 100));

        for (int i = 0; i < 3; i++) {
            assertThat(attendant.guest().ask("Hello").json().path("reply").asText())
                    .isEqualTo("From the model.");
        }
        JsonNode fourth = attendant.guest().ask("Hello").json();
        assertThat(fourth.findValue("degraded").asBoolean()).isTrue();
        assertThat(reply(BEN)).isNotEqualTo("From the model.");
        assertThat(gemini.requests()).hasSize(3);
    }

    /** In a conversation of its own. */
    private String reply(String customer) {
        Map<String, String> bearer = Attendant.bearer(SHOP.token(customer, "shopper"));
        String id = attendant
                .post("/api/conversations", Map.of(), bearer)
                .json()
                .path("id")
                .asText();
        return attendant.chat(id, bearer).ask("Hello").json().path("reply").asText();
    }

    private static Map<String, Object> customer(String id) {
        return Map.of(
                "id",
                id,
                "email",
                id + "@example.com",
                "firstName",
                "First",
                "lastName",
                "Last",
                "address",
                Map.of(
                        "line1", "1 Elm Street",
                        "line2", "",
                        "city", "Lyon",
                        "state", "",
                        "postalCode", "69001",
                        "country", "FR"),
                "paymentMethods",
                List.of());
    }

    private void yesterday() {
        new OwnerSql(url).rows("UPDATE turns SET started_at = started_at - interval '1 day' RETURNING id");
    }
}
