package io.attendant.identity;

import static io.attendant.identity.TokenProblems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.TokenSigner;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens of a deployment with a shared secret, over HTTP. */
@QuarkusTest
class SecretTokenTest extends ApplicationTest {
    private static final TokenSigner SHOP =
            TokenSigner.hs256(null, IdentityConfig.DEMO_SECRET.getBytes(StandardCharsets.UTF_8));

    private static Map<String, Object> claims(String subject, String... roles) {
        Map<String, Object> claims = TokenSigner.claims(subject);
        claims.put("iss", "attendant-demo");
        claims.put("aud", "attendant-demo");
        claims.put("groups", List.of(roles));
        return claims;
    }

    private static Map<String, Object> changed(String claim, Object value) {
        Map<String, Object> claims = claims(SmallShop.ANA, "shopper");
        claims.put(claim, value);
        return claims;
    }

    @Test
    void shopsOwnTokenIsTaken() {
        Attendant.Answer me = attendant.get("/api/me", Attendant.bearer(SHOP.sign(claims(SmallShop.ANA, "shopper"))));

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().path("customer").path("id").asText()).isEqualTo(SmallShop.ANA);
    }

    @Test
    void othersAreRefused() {
        TokenSigner rsa = TokenSigner.rs256("any");
        long now = Instant.now().getEpochSecond();
        for (String token : new String[] {
            rsa.sign(claims(SmallShop.ANA, "shopper")),
            TokenSigner.es256("any").sign(claims(SmallShop.ANA, "shopper")),
            TokenSigner.none().sign(claims(SmallShop.ANA, "shopper")),
            TokenSigner.hs256(null, "another secret of thirty-two bytes".getBytes(StandardCharsets.UTF_8))
                    .sign(claims(SmallShop.ANA, "shopper")),
            SHOP.with("HS512").sign(claims(SmallShop.ANA, "shopper")),
            SHOP.sign(changed("exp", now - 3600)),
            SHOP.sign(changed("nbf", now + 3600)),
            SHOP.sign(changed("iss", "somebody")),
            SHOP.sign(changed("aud", "something")),
            SHOP.sign(changed("sub", null)),
            SHOP.sign(changed("sub", "  ")),
            SHOP.sign(changed("sub", "x".repeat(201))),
            SHOP.sign(changed("sub", "a\u0000")),
            "nonsense"
        }) {
            assertRefused(attendant, token, 401, "token_invalid");
        }
    }

    @Test
    void demoTokenIsForSubjectsThatCanBe() {
        assertThat(attendant
                        .post("/api/demo/tokens", Map.of("subject", "a\u0000", "role", "shopper"), Map.of())
                        .code())
                .isEqualTo("invalid_request");
    }
}
