package io.attendant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {
    private static final String URL = "https://id.example/certs";

    @Test
    void bothKindsAreFineAlone() {
        for (TestIdentity config : new TestIdentity[] {
            TestIdentity.bySecret(),
            TestIdentity.bySecret().withAlgorithm(TokenAlgorithm.HS256),
            TestIdentity.byProvider(URL),
            TestIdentity.byProvider(URL).withAlgorithm(TokenAlgorithm.RS256),
            TestIdentity.byProvider(URL).withAlgorithm(TokenAlgorithm.ES256)
        }) {
            assertThat(TokenSettings.faults(config)).isEmpty();
            assertThat(TokenSettings.risks(config)).isEmpty();
        }
    }

    @Test
    void bothTogetherAreRefusedAndNoSecretIsSaid() {
        assertThat(TokenSettings.faults(TestIdentity.bySecret().withJwksUrl(URL)))
                .singleElement()
                .asString()
                .startsWith("token-mode:")
                .contains("attendant.identity.secret", "attendant.identity.jwks-url")
                .doesNotContain(TestIdentity.SECRET);
    }

    @Test
    void neitherIsARiskOnly() {
        assertThat(TokenSettings.faults(TestIdentity.none())).isEmpty();
        assertThat(TokenSettings.risks(TestIdentity.none()))
                .singleElement()
                .asString()
                .startsWith("secret:");
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256"})
    void algorithmOfKeysWithASecret(TokenAlgorithm algorithm) {
        assertThat(TokenSettings.faults(TestIdentity.bySecret().withAlgorithm(algorithm)))
                .singleElement()
                .asString()
                .startsWith("token-algorithm:");
    }

    @Test
    void algorithmOfASecretWithKeys() {
        assertThat(TokenSettings.faults(TestIdentity.byProvider(URL).withAlgorithm(TokenAlgorithm.HS256)))
                .singleElement()
                .asString()
                .startsWith("token-algorithm:");
    }

    @Test
    void secretOfThirtyTwoBytes() {
        assertThat(TokenSettings.faults(TestIdentity.none().withSecret("x".repeat(31))))
                .hasSize(1);
        assertThat(TokenSettings.faults(TestIdentity.none().withSecret("x".repeat(32))))
                .isEmpty();
        assertThat(TokenSettings.faults(TestIdentity.none().withSecret("é".repeat(16))))
                .isEmpty();
        assertThat(TokenSettings.risks(TestIdentity.none().withSecret(IdentityConfig.DEMO_SECRET)))
                .singleElement()
                .asString()
                .startsWith("demo-secret:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "/certs",
                "file:///etc/passwd",
                "ftp://id.example/certs",
                "https:///certs",
                "https://user:pass@id.example/certs",
                "https://id.example/certs with spaces",
                "classpath:keys.json"
            })
    void addressThatIsNone(String url) {
        assertThat(TokenSettings.faults(TestIdentity.byProvider(url)))
                .singleElement()
                .asString()
                .startsWith("jwks-url:")
                .doesNotContain("pass@");
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example/certs, false",
        "HTTPS://id.example/certs, false",
        "http://localhost:8180/certs, false",
        "http://127.0.0.1/certs, false",
        "http://127.9.9.9/certs, false",
        "http://[::1]:8180/certs, false",
        "http://id.example/certs, true",
        "http://10.0.0.1/certs, true",
        "http://localhost.evil.example/certs, true",
        "http://127.0.0.1.evil.example/certs, true",
        "http://127.evil.example/certs, true"
    })
    void plainHttpIsForLoopbackOnly(String url, boolean risk) {
        assertThat(TokenSettings.faults(TestIdentity.byProvider(url))).isEmpty();
        assertThat(TokenSettings.risks(TestIdentity.byProvider(url)).stream()
                        .anyMatch(text -> text.startsWith("jwks-http:")))
                .isEqualTo(risk);
    }

    @Test
    void issuerAndAudienceAreNeededInProduction() {
        assertThat(TokenSettings.risks(TestIdentity.byProvider(URL).withIssuerAndAudience(null, null)))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("issuer:"))
                .anyMatch(text -> text.startsWith("audience:"));
    }

    @Test
    void clockSkewIsSmall() {
        for (Duration bad :
                new Duration[] {Duration.ofSeconds(-1), Duration.ofSeconds(301), Duration.ofDays(9999999)}) {
            assertThat(TokenSettings.faults(TestIdentity.bySecret().withClockSkew(bad)))
                    .hasSize(1);
        }
        for (Duration good : new Duration[] {Duration.ZERO, Duration.ofMinutes(5)}) {
            assertThat(TokenSettings.faults(TestIdentity.bySecret().withClockSkew(good)))
                    .isEmpty();
        }
    }

    @Test
    void timesThatDoNotFit() {
        Duration second = Duration.ofSeconds(1);
        TestIdentity config = TestIdentity.byProvider(URL);

        assertThat(TokenSettings.faults(config.withTimes(second.negated(), second, second, second)))
                .hasSize(1);
        assertThat(TokenSettings.faults(config.withTimes(second, second.negated(), second, second)))
                .hasSize(1);
        assertThat(TokenSettings.faults(config.withTimes(second, second, Duration.ZERO, second)))
                .hasSize(1);
        assertThat(TokenSettings.faults(config.withTimes(second, second, second, Duration.ZERO)))
                .hasSize(1);
        assertThat(TokenSettings.faults(config.withTimes(second, second, second, Duration.ofDays(99))))
                .hasSize(1);
        assertThat(TokenSettings.faults(config.withTimes(Duration.ZERO, Duration.ZERO, second, second)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a//b", "\"a", "a/\"\""})
    void groupsPathThatIsNone(String path) {
        assertThat(TokenSettings.faults(TestIdentity.bySecret().withGroupsClaim(path)))
                .hasSize(1);
    }
}
