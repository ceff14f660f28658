package io.attendant.identity;

import io.attendant.testsupport.TokenSigner;
import java.time.Duration;
import java.util.Optional;

/** A configuration with the defaults of {@link IdentityConfig}, changed by a test. */
record TestIdentity(
        Optional<String> secret,
        Optional<String> jwksUrl,
        Optional<TokenAlgorithm> algorithm,
        Optional<String> issuer,
        Optional<String> audience,
        String groupsClaim,
        Duration clockSkew,
        Duration jwksRefresh,
        Duration jwksCooldown,
        Duration jwksMaxAge,
        Duration jwksTimeout)
        implements IdentityConfig {

    static final String SECRET = "a secret of this shop that nobody else knows";

    static TestIdentity none() {
        return new TestIdentity(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TokenSigner.ISSUER),
                Optional.of(TokenSigner.AUDIENCE),
                "realm_access/roles",
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Duration.ofSeconds(3));
    }

    static TestIdentity bySecret() {
        return none().withSecret(SECRET);
    }

    static TestIdentity byProvider(String url) {
        return none().withJwksUrl(url);
    }

    TestIdentity withSecret(String value) {
        return new TestIdentity(
                Optional.ofNullable(value),
                jwksUrl,
                algorithm,
                issuer,
                audience,
                groupsClaim,
                clockSkew,
                jwksRefresh,
                jwksCooldown,
                jwksMaxAge,
                jwksTimeout);
    }

    TestIdentity withJwksUrl(String value) {
        return new TestIdentity(
                secret,
                Optional.ofNullable(value),
                algorithm,
                issuer,
                audience,
                groupsClaim,
                clockSkew,
                jwksRefresh,
                jwksCooldown,
                jwksMaxAge,
                jwksTimeout);
    }

    TestIdentity withAlgorithm(TokenAlgorithm value) {
        return new TestIdentity(
                secret,
                jwksUrl,
                Optional.ofNullable(value),
                issuer,
                audience,
                groupsClaim,
                clockSkew,
                jwksRefresh,
                jwksCooldown,
                jwksMaxAge,
                jwksTimeout);
    }

    TestIdentity withIssuerAndAudience(String newIssuer, String newAudience) {
        return new TestIdentity(
                secret,
                jwksUrl,
                algorithm,
                Optional.ofNullable(newIssuer),
                Optional.ofNullable(newAudience),
                groupsClaim,
                clockSkew,
                jwksRefresh,
                jwksCooldown,
                jwksMaxAge,
                jwksTimeout);
    }

    TestIdentity withGroupsClaim(String value) {
        return new TestIdentity(
                secret,
                jwksUrl,
                algorithm,
                issuer,
                audience,
                value,
                clockSkew,
                jwksRefresh,
                jwksCooldown,
                jwksMaxAge,
                jwksTimeout);
    }

    TestIdentity withClockSkew(Duration value) {
        return new TestIdentity(
                secret,
                jwksUrl,
                algorithm,
                issuer,
                audience,
                groupsClaim,
                value,
                jwksRefresh,
                jwksCooldown,
                jwksMaxAge,
                jwksTimeout);
    }

    TestIdentity withTimes(Duration refresh, Duration cooldown, Duration maxAge, Duration timeout) {
        return new TestIdentity(
                secret,
                jwksUrl,
                algorithm,
                issuer,
                audience,
                groupsClaim,
                clockSkew,
                refresh,
                cooldown,
                maxAge,
                timeout);
    }
}
