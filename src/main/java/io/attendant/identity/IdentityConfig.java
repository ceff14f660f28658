package io.attendant.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How bearer tokens are checked. */
@ConfigMapping(prefix = "attendant.identity")
public interface IdentityConfig {
    /** The secret of dev, test and demo; in the source for everybody to read, and refused in production. */
    String DEMO_SECRET = "for-trying-attendant-out-only-never-in-production";

    /**
     * The secret that the shop signs its tokens with, HS256; at least 32 bytes as UTF-8. Without it no token is accepted.
     */
    Optional<String> secret();

    /** The {@code iss} that a token must have; required in production. */
    Optional<String> issuer();

    /** The {@code aud} that a token must have; required in production. */
    Optional<String> audience();
}
