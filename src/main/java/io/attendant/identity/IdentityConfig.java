package io.attendant.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How bearer tokens are checked: by a shared secret or by an identity provider's public keys, never by both. */
@ConfigMapping(prefix = "attendant.identity")
public interface IdentityConfig {
    /** The secret of dev, test and demo; in the source for everybody to read, and refused in production. */
    String DEMO_SECRET = "for-trying-attendant-out-only-never-in-production";

    /** The secret that the shop signs its tokens with, HS256; at least 32 bytes as UTF-8. */
    Optional<String> secret();

    /**
     * The address of the identity provider's JSON Web Key Set, in OpenID Connect its {@code jwks_uri}. In production {@code
     * https}, or {@code http} to this machine.
     */
    Optional<String> jwksUrl();

    /** The only algorithm accepted; without it HS256 for a secret and RS256 for a key set. */
    Optional<TokenAlgorithm> algorithm();

    /** The {@code iss} that a token must have; required in production. */
    Optional<String> issuer();

    /** The {@code aud} that a token must have; required in production. */
    Optional<String> audience();

    /**
     * Where a token holds its groups, for example {@code realm_access/roles}; a name with a slash in it stands in double
     * quotes. The claim is a list of strings, or one string with spaces between them.
     */
    @WithDefault("groups")
    String groupsClaim();

    /** How far the clocks of signer and server may be apart; at most 5 minutes. */
    @WithDefault("30S")
    Duration clockSkew();

    /** The age at which the provider's keys are asked for again, and so how long a key that was taken back may go on. */
    @WithDefault("10M")
    Duration jwksRefresh();

    /** The shortest time between two requests to the provider, however many tokens with unknown keys come in. */
    @WithDefault("10S")
    Duration jwksCooldown();

    /** How old keys may get while the provider doesn't answer. */
    @WithDefault("1H")
    Duration jwksMaxAge();

    /** The longest wait for a connection to the provider, and for its answer to go on. */
    @WithDefault("3S")
    Duration jwksTimeout();
}
