package io.attendant.identity;

import static io.attendant.identity.TokenProblems.assertProblem;
import static io.attendant.identity.TokenProblems.assertRefused;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.GeminiResource;
import io.attendant.testsupport.IdentityProvider;
import io.attendant.testsupport.IdentityProviderResource;
import io.attendant.testsupport.MovableClock;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.TokenSigner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of a deployment with an identity provider, over HTTP. */
@QuarkusTest
@TestProfile(ProviderTokenTest.ByProvider.class)
@QuarkusTestResource(GeminiResource.class)
class ProviderTokenTest {
    private static final TokenSigner SIGNER = TokenSigner.rs256("first");
    private static final TokenSigner NEXT = TokenSigner.rs256("second");

    /** Demo mode stays on: its tokens must not open a second way in. */
    public static class ByProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(IdentityProviderResource.class));
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }
    }

    @TestHTTPResource
    URI base;

    @Inject
    Shop shop;

    @Inject
    MovableClock clock;

    @Inject
    IdentityConfig config;

    private final IdentityProvider provider = IdentityProviderResource.provider();
    private Attendant attendant;

    @BeforeEach
    void fresh() {
        GeminiResource.gemini().reset();
        attendant = new Attendant(base);
        provider.publish(SIGNER);
        forgetKeys();
        shop.clear();
        Attendant.Answer imported = attendant.send(
                "POST",
                "/api/admin/import?kind=customers&format=json",
                "application/json",
                """
                [{"id":"ana","email":"ana@example.com","firstName":"Ana","lastName":"Reyes",
                  "address":{"line1":"1 Elm Street","line2":"","city":"Lyon","state":"","postalCode":"69001","country":"FR"},
                  "paymentMethods":[]}]""".getBytes(StandardCharsets.UTF_8),
                Attendant.bearer(SIGNER.token("owner", "admin")));
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
    }

    /** What was published before is too old for anything. */
    private void forgetKeys() {
        clock.advance(config.jwksMaxAge());
    }

    private Attendant.Answer me(String token) {
        return attendant.get("/api/me", Attendant.bearer(token));
    }

    private static Map<String, Object> changed(String claim, Object value) {
        Map<String, Object> claims = TokenSigner.claims("ana", "shopper");
        claims.put(claim, value);
        return claims;
    }

    @Test
    void shopperOfTheProviderIsTheCustomer() {
        String token = SIGNER.token("ana", "shopper", "offline_access");

        assertThat(me(token).json().path("level").asText()).isEqualTo("customer");
        assertThat(me(token).json().path("roles")).hasToString("[\"shopper\"]");
        assertThat(me(token).json().path("customer").path("firstName").asText()).isEqualTo("Ana");
        assertThat(attendant.get("/api/me/orders", Attendant.bearer(token)).status())
                .isEqualTo(200);
        assertThat(attendant
                        .post("/api/conversations", Map.of(), Attendant.bearer(token))
                        .json()
                        .path("level")
                        .asText())
                .isEqualTo("customer");
        assertProblem(attendant.get("/api/admin/export/customers", Attendant.bearer(token)), 403, "forbidden");
    }

    @Test
    void shopperIsTheSubjectAndNoOtherNameInTheToken() {
        Map<String, Object> claims = changed("preferred_username", "ana");
        claims.put("upn", "ana");
        claims.put("sub", "mallory");

        assertThat(me(SIGNER.sign(claims)).status()).isEqualTo(200);
        assertThat(me(SIGNER.sign(claims)).json().has("customer")).isFalse();
    }

    @Test
    void staffAreNoCustomers() {
        for (String role : new String[] {"agent", "admin"}) {
            String token = SIGNER.token("ana", role);

            assertThat(me(token).json().path("level").asText()).isEqualTo("anonymous");
            assertThat(me(token).json().has("customer")).isFalse();
            assertProblem(attendant.get("/api/me/orders", Attendant.bearer(token)), 401, "token_required");
            assertProblem(attendant.get("/api/conversations", Attendant.bearer(token)), 401, "token_required");
            assertThat(attendant
                            .post("/api/conversations", Map.of(), Attendant.bearer(token))
                            .json()
                            .path("level")
                            .asText())
                    .isEqualTo("anonymous");
        }
        assertProblem(
                attendant.get("/api/admin/export/customers", Attendant.bearer(SIGNER.token("ana", "agent"))),
                403,
                "forbidden");
    }

    @Test
    void groupsElsewhereInTheTokenGiveNothing() {
        Map<String, Object> claims = TokenSigner.claims("ana");
        claims.put("groups", List.of("admin", "shopper"));
        claims.remove("realm_access");

        assertThat(me(SIGNER.sign(claims)).json().path("roles")).isEmpty();
        assertProblem(
                attendant.get("/api/admin/export/customers", Attendant.bearer(SIGNER.sign(claims))), 403, "forbidden");
    }

    @Test
    void forgedTokensAreRefused() {
        byte[] pem = ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(SIGNER.publicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8);
        for (TokenSigner forger : new TokenSigner[] {
            TokenSigner.rs256("first"),
            TokenSigner.rs256("unknown"),
            TokenSigner.es256("first"),
            TokenSigner.none(),
            TokenSigner.none().named("first"),
            TokenSigner.hs256("first", SIGNER.publicKey().getEncoded()),
            TokenSigner.hs256("first", pem),
            TokenSigner.hs256("first", IdentityConfig.DEMO_SECRET.getBytes(StandardCharsets.UTF_8)),
            SIGNER.named(null),
            SIGNER.with("RS384")
        }) {
            assertRefused(attendant, forger.token("ana", "shopper", "admin"), 401, "token_invalid");
        }
    }

    @Test
    void tokensThatAreNotValidHereAndNowAreRefused() {
        long now = Instant.now().getEpochSecond();
        String good = SIGNER.token("ana", "shopper");
        for (String token : new String[] {
            SIGNER.sign(changed("exp", now - 3600)),
            SIGNER.sign(changed("exp", null)),
            SIGNER.sign(changed("nbf", now + 3600)),
            SIGNER.sign(changed("iss", "https://evil.example")),
            SIGNER.sign(changed("aud", List.of("account"))),
            SIGNER.sign(changed("sub", null)),
            SIGNER.sign(changed("sub", "")),
            SIGNER.sign(changed("sub", "x".repeat(201))),
            SIGNER.sign(changed("sub", "a\u0000")),
            SIGNER.signText("{", Map.of()),
            good.substring(0, good.length() - 4),
            good + "AAAA",
            "nonsense",
            "a.b.c",
            "a.b.c.d.e"
        }) {
            assertRefused(attendant, token, 401, "token_invalid");
        }
    }

    @Test
    void newKeyIsTakenWithoutARestartAndTheOldOneLeaves() {
        assertThat(me(SIGNER.token("ana", "shopper")).status()).isEqualTo(200);
        String early = NEXT.token("ana", "shopper");
        assertRefused(attendant, early, 401, "token_invalid");

        provider.publish(NEXT, SIGNER);
        clock.advance(config.jwksCooldown());
        assertThat(me(early).status()).isEqualTo(200);
        assertThat(me(SIGNER.token("ana", "shopper")).status()).isEqualTo(200);

        provider.publish(NEXT);
        clock.advance(config.jwksRefresh());
        assertRefused(attendant, SIGNER.token("ana", "shopper"), 401, "token_invalid");
        assertThat(me(early).status()).isEqualTo(200);
    }

    @Test
    void unknownKeysDoNotHammerTheProvider() {
        me(SIGNER.token("ana", "shopper"));
        int before = provider.requests();
        for (int i = 0; i < 50; i++) {
            assertProblem(me(SIGNER.named("guess" + i).token("ana", "shopper")), 401, "token_invalid");
        }

        assertThat(provider.requests() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void providerThatIsDownKeepsOutWhomItCannotVouchForAndNobodyElse() {
        String known = SIGNER.token("ana", "shopper");
        assertThat(me(known).status()).isEqualTo(200);
        provider.goDown();
        try {
            clock.advance(config.jwksRefresh());
            assertThat(me(known).status()).isEqualTo(200);
            assertRefused(attendant, NEXT.token("ana", "shopper"), 503, "sign_in_unavailable");

            forgetKeys();
            assertRefused(attendant, known, 503, "sign_in_unavailable");
            assertRefused(attendant, "nonsense", 401, "token_invalid");
            assertRefused(attendant, TokenSigner.none().token("ana", "shopper"), 401, "token_invalid");

            GeminiResource.gemini().script(text("Two to four days."));
            Attendant.Chat guest = attendant.guest();
            assertThat(guest.ask("How long does delivery take?")
                            .json()
                            .path("reply")
                            .asText())
                    .isEqualTo("Two to four days.");
            assertThat(attendant.get("/api/products", Map.of()).status()).isEqualTo(200);
            assertThat(attendant.get("/q/health/ready", Map.of()).status()).isEqualTo(200);
        } finally {
            provider.comeBack();
        }
        clock.advance(config.jwksCooldown());
        assertThat(me(known).status()).isEqualTo(200);
    }

    @Test
    void providerThatAnswersNonsenseIsAsGoodAsDown() {
        forgetKeys();
        provider.answer(500, "oops");
        assertRefused(attendant, SIGNER.token("ana", "shopper"), 503, "sign_in_unavailable");
        clock.advance(config.jwksCooldown());
        provider.answer(200, "<html>maintenance</html>");
        assertRefused(attendant, SIGNER.token("ana", "shopper"), 503, "sign_in_unavailable");
    }

    @Test
    void demoGivesOutNoTokensThatNobodyTakes() {
        assertProblem(
                attendant.post("/api/demo/tokens", Map.of("subject", "ana", "role", "shopper"), Map.of()),
                404,
                "not_found");
    }
}
