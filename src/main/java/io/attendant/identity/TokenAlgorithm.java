package io.attendant.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.util.Optional;

/** How bearer tokens are signed; one per deployment, by configuration, whatever a token's header says. */
public enum TokenAlgorithm {
    /** With the secret that the shop and Attendant share. */
    HS256(Optional.empty()),
    /** With an RSA key of the identity provider, 2048 bits or longer. */
    RS256(Optional.of("RSA")),
    /** With a P-256 key of the identity provider. */
    ES256(Optional.of("EC"));

    private final Optional<String> keyType;

    TokenAlgorithm(Optional<String> keyType) {
        this.keyType = keyType;
    }

    /** What was configured, else the one that goes with the keys. */
    static TokenAlgorithm of(IdentityConfig config) {
        return config.algorithm().orElse(config.jwksUrl().isPresent() ? RS256 : HS256);
    }

    /** The {@code kty} of a JSON Web Key for it; absent for a shared secret. */
    Optional<String> keyType() {
        return keyType;
    }

    SignatureAlgorithm inLibrary() {
        return SignatureAlgorithm.valueOf(name());
    }
}
