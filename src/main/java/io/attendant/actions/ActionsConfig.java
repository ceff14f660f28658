package io.attendant.actions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a proposal stands. */
@ConfigMapping(prefix = "attendant.actions")
public interface ActionsConfig {
    /** From the card to the last moment at which it can be confirmed. */
    @WithDefault("15m")
    Duration expiry();
}
