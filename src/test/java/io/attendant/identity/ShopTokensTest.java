package io.attendant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import io.attendant.testsupport.IdentityProvider;
import io.attendant.testsupport.MovableClock;
import io.attendant.testsupport.TokenSigner;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of deployment without the application around it; the keys come over real HTTP. */
class ShopTokensTest {
    private static final TokenSigner RSA = TokenSigner.rs256("rsa");
    private static final TokenSigner CURVE = TokenSigner.es256("curve");
    private static final TokenSigner SECRET =
            TokenSigner.hs256(null, TestIdentity.SECRET.getBytes(StandardCharsets.UTF_8));

    private final MovableClock clock = new MovableClock();
    private IdentityProvider provider;

    @BeforeEach
    void publish() {
        provider = IdentityProvider.start();
        provider.publish(RSA, CURVE);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private ShopTokens tokens(TestIdentity config) {
        return new ShopTokens(config, clock);
    }

    private ShopTokens byProvider(TokenAlgorithm algorithm) {
        return tokens(TestIdentity.byProvider(provider.url()).withAlgorithm(algorithm));
    }

    private static JWTCallerPrincipal parse(ShopTokens tokens, String token) throws ParseException {
        return tokens.parse(token, new JWTAuthContextInfo());
    }

    private static ParseException refused(ShopTokens tokens, String token) {
        ParseException refusal = catchThrowableOfType(ParseException.class, () -> parse(tokens, token));
        assertThat(refusal).as(token).isNotNull();
        return refusal;
    }

    private static boolean isUnavailable(Throwable refusal) {
        return Stream.iterate(refusal, cause -> cause != null, Throwable::getCause)
                .anyMatch(ProblemException.class::isInstance);
    }

    @Test
    void eachKindTakesItsOwnTokensAndNoOthers() throws ParseException {
        Map<ShopTokens, TokenSigner> kinds = Map.of(
                tokens(TestIdentity.bySecret()), SECRET,
                byProvider(null), RSA,
                byProvider(TokenAlgorithm.RS256), RSA,
                byProvider(TokenAlgorithm.ES256), CURVE);
        for (Map.Entry<ShopTokens, TokenSigner> kind : kinds.entrySet()) {
            JWTCallerPrincipal caller = parse(kind.getKey(), kind.getValue().token("ana", "shopper"));
            assertThat(caller.getName()).isEqualTo("ana");
            assertThat(caller.getGroups()).containsExactly("shopper");
            for (TokenSigner other : new TokenSigner[] {
                SECRET,
                RSA,
                CURVE,
                TokenSigner.none(),
                TokenSigner.none().named("rsa"),
                TokenSigner.rs256("rsa"),
                TokenSigner.es256("curve"),
                TokenSigner.hs256("rsa", RSA.publicKey().getEncoded()),
                TokenSigner.hs256("curve", CURVE.publicKey().getEncoded()),
                TokenSigner.hs256("rsa", RSA.jwk().toJson().getBytes(StandardCharsets.UTF_8)),
                RSA.with("RS512"),
                RSA.with("PS256"),
                SECRET.with("HS512")
            }) {
                if (other != kind.getValue()) {
                    assertThat(isUnavailable(refused(kind.getKey(), other.token("ana", "shopper"))))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aTokenNeedNotSayWhenItWasMade() throws ParseException {
        Map<String, Object> claims = TokenSigner.claims("ana", "shopper");
        claims.remove("iat");
        assertThat(parse(tokens(TestIdentity.bySecret()), SECRET.sign(claims)).getName())
                .isEqualTo("ana");
    }

    @Test
    void withoutAnyConfigurationNobodyIsLetIn() {
        for (TokenSigner signer : new TokenSigner[] {SECRET, RSA, CURVE, TokenSigner.none()}) {
            refused(tokens(TestIdentity.none()), signer.token("ana", "shopper"));
        }
    }

    static Stream<Map<String, Object>> claimsThatAreNotValid() {
        long now = System.currentTimeMillis() / 1000;
        return Stream.of(
                        Map.entry("exp", now - 3600),
                        Map.entry("exp", now - 60),
                        Map.entry("exp", "tomorrow"),
                        Map.entry("exp", Map.of()),
                        Map.entry("nbf", now + 3600),
                        Map.entry("nbf", now + 60),
                        Map.entry("nbf", "now"),
                        Map.entry("iat", now + 9000),
                        Map.entry("iat", List.of()),
                        Map.entry("iss", "https://evil.example"),
                        Map.entry("iss", TokenSigner.ISSUER + "/"),
                        Map.entry("iss", List.of(TokenSigner.ISSUER)),
                        Map.entry("aud", "account"),
                        Map.entry("aud", List.of()),
                        Map.entry("aud", Map.of(TokenSigner.AUDIENCE, true)),
                        Map.entry("aud", 5),
                        Map.entry("sub", ""),
                        Map.entry("sub", " \t"),
                        Map.entry("sub", "x".repeat(201)),
                        Map.entry("sub", "a\u0000b"),
                        Map.entry("sub", 17),
                        Map.entry("sub", List.of("ana")))
                .map(change -> {
                    Map<String, Object> claims = TokenSigner.claims("ana", "shopper");
                    claims.put(change.getKey(), change.getValue());
                    return claims;
                });
    }

    static Stream<Map<String, Object>> claimsThatAreMissing() {
        return Stream.of("exp", "iss", "aud", "sub").map(name -> {
            Map<String, Object> claims = TokenSigner.claims("ana", "shopper");
            claims.remove(name);
            // Never a stand-in for the subject.
            claims.put("upn", "ben");
            claims.put("preferred_username", "ben");
            return claims;
        });
    }

    @ParameterizedTest
    @MethodSource({"claimsThatAreNotValid", "claimsThatAreMissing"})
    void claimThatIsNotAsItMustBe(Map<String, Object> claims) {
        refused(byProvider(null), RSA.sign(claims));
        refused(tokens(TestIdentity.bySecret()), SECRET.sign(claims));
    }

    @Test
    void clocksMayBeALittleApart() throws ParseException {
        long now = System.currentTimeMillis() / 1000;
        ShopTokens strict = tokens(TestIdentity.byProvider(provider.url()).withClockSkew(Duration.ZERO));
        for (Map.Entry<String, Long> claim :
                Map.of("exp", now - 5, "nbf", now + 20).entrySet()) {
            Map<String, Object> claims = TokenSigner.claims("ana", "shopper");
            claims.put(claim.getKey(), claim.getValue());

            assertThat(parse(byProvider(null), RSA.sign(claims)).getName()).isEqualTo("ana");
            refused(strict, RSA.sign(claims));
        }
    }

    @Test
    void longestSubjectIsTaken() throws ParseException {
        assertThat(parse(byProvider(null), RSA.token("x".repeat(200))).getName())
                .hasSize(200);
    }

    /** Shoppers can choose these names at many a provider, and so would choose whom to be. */
    @Test
    void nobodyIsCalledByAnotherNameThanTheSubject() throws ParseException {
        Map<String, Object> claims = TokenSigner.claims("ana", "shopper");
        claims.put("upn", "ben");
        claims.put("preferred_username", "ben");
        claims.put("name", "ben");

        assertThat(parse(byProvider(null), RSA.sign(claims)).getName()).isEqualTo("ana");
    }

    @Test
    void rolesComeFromTheConfiguredClaimAlone() throws ParseException {
        Map<String, Object> claims = TokenSigner.claims("ana", "shopper", "offline_access");
        claims.put("groups", List.of("admin"));
        claims.put("roles", List.of("admin"));
        claims.put("roleMappings", Map.of("shopper", "admin"));
        assertThat(parse(byProvider(null), RSA.sign(claims)).getGroups()).containsExactly("shopper");

        claims.remove("realm_access");
        assertThat(parse(byProvider(null), RSA.sign(claims)).getGroups()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"groups\":{\"a\":1}}",
                "{\"groups\":[1,null]}",
                "{\"big\":1e999}",
                "{\"big\":123456789012345678901234567890}",
                "{\"deep\":[[[null,{\"a\":null}]]]}",
                "{\"address\":5,\"jwk\":[],\"sub_jwk\":null}",
                "{\"raw_token\":{}}"
            })
    void strangeClaimsBesideDoNoHarm(String more) throws ParseException {
        String claims = Json.write(TokenSigner.claims("ana", "shopper"));
        String payload = claims.substring(0, claims.length() - 1) + "," + more.substring(1);
        ShopTokens tokens = byProvider(null);
        String token = RSA.signText(payload, Map.of());
        try {
            assertThat(parse(tokens, token).getName()).isEqualTo("ana");
        } catch (ParseException e) {
            assertThat(isUnavailable(e)).isFalse();
        }
    }

    @Test
    void garbage() {
        ShopTokens tokens = byProvider(null);
        String good = RSA.token("ana", "shopper");
        String[] parts = good.split("\\.", -1);
        Stream.of(
                        "",
                        ".",
                        "..",
                        "...",
                        "....",
                        "nonsense",
                        good + "x",
                        good + ".",
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + ".." + parts[2],
                        "e30." + parts[1] + "." + parts[2],
                        base64("{\"alg\":5,\"kid\":\"rsa\"}") + "." + parts[1] + "." + parts[2],
                        base64("{\"alg\":\"RS256\",\"kid\":7}") + "." + parts[1] + "." + parts[2],
                        base64("{\"alg\":\"RS256\",\"kid\":{\"a\":[]}}") + "." + parts[1] + "." + parts[2],
                        base64("[]") + "." + parts[1] + "." + parts[2],
                        base64("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + ".a.b.c.d",
                        RSA.signText("no json", Map.of()),
                        RSA.signText("[]", Map.of()),
                        RSA.signText("", Map.of()),
                        RSA.signText("\"text\"", Map.of()))
                .forEach(token -> assertThat(isUnavailable(refused(tokens, token)))
                        .as(token)
                        .isFalse());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keysThatTheTokenBringsDoNotCount() {
        ShopTokens tokens = byProvider(null);
        TokenSigner attacker = TokenSigner.rs256("rsa");
        try (IdentityProvider evil = IdentityProvider.start()) {
            evil.publish(attacker);
            Map<String, Object> headers = Map.of("jku", evil.url(), "x5u", evil.url());

            refused(tokens, attacker.sign(TokenSigner.claims("ana", "shopper"), headers));
            refused(
                    tokens,
                    attacker.signText(
                            "{}", Map.of("jwk", attacker.jwk().toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))));

            assertThat(evil.requests()).isZero();
        }
        refused(tokens, RSA.sign(TokenSigner.claims("ana", "shopper"), Map.of("crit", List.of("exp"))));
    }

    @Test
    void rsaKeyThatIsTooShortIsNotTrusted() {
        TokenSigner weak = TokenSigner.rs256("weak", 1024);
        provider.publish(weak);

        refused(byProvider(null), weak.token("ana", "shopper"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "{\"keys\":5}", "[]", "<html>"})
    void answerThatIsNoKeySet(String body) {
        provider.answer(200, body);

        assertThat(isUnavailable(refused(byProvider(null), RSA.token("ana")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 404, 500, 503})
    void answerWithAnotherStatus(int status) {
        provider.answer(status, "");

        assertThat(isUnavailable(refused(byProvider(null), RSA.token("ana")))).isTrue();
    }

    @Test
    void answerWithoutEnd() {
        char[] spaces = new char[600_000];
        Arrays.fill(spaces, ' ');
        provider.answer(200, new String(spaces) + "{\"keys\":[]}");

        assertThat(isUnavailable(refused(byProvider(null), RSA.token("ana")))).isTrue();
    }

    @Test
    void keysThatCannotBeReadAreLeftOut() throws ParseException {
        provider.answer(
                200,
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed999\",\"kid\":\"x\"},{\"kty\":\"RSA\",\"kid\":\"y\"},{},"
                        + RSA.jwk().toJson() + "]}");

        assertThat(parse(byProvider(null), RSA.token("ana")).getName()).isEqualTo("ana");
    }

    @Test
    @Timeout(30)
    void providerThatNeverAnswersIsNotWaitedForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            TestIdentity config = TestIdentity.byProvider("http://127.0.0.1:" + silent.getLocalPort() + "/certs")
                    .withTimes(
                            Duration.ofMinutes(10),
                            Duration.ofSeconds(10),
                            Duration.ofHours(1),
                            Duration.ofMillis(200));

            assertThat(isUnavailable(refused(tokens(config), RSA.token("ana")))).isTrue();
        }
    }

    @Test
    void anythingGoesWhereNoIssuerAndNoAudienceAreAskedFor() throws ParseException {
        Map<String, Object> claims = TokenSigner.claims("ana");
        claims.remove("iss");
        claims.remove("aud");

        assertThat(parse(
                                tokens(TestIdentity.byProvider(provider.url()).withIssuerAndAudience(null, null)),
                                RSA.sign(claims))
                        .getName())
                .isEqualTo("ana");
    }
}
