package io.attendant.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What exists for trying Attendant out, and must never be on in production. */
@ConfigMapping(prefix = "attendant.demo")
public interface DemoConfig {
    /** Tokens for any subject without a password, a list of customers, an outbox instead of mail. */
    @WithDefault("false")
    boolean enabled();

    /** Whether the demo shop is loaded into an empty database. */
    @WithDefault("false")
    boolean shop();
}
