package io.attendant.identity.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How guests prove who they are. */
@ConfigMapping(prefix = "attendant.verification")
public interface VerificationConfig {
    /** How long a code can be used. */
    @WithDefault("10m")
    Duration codeValidity();

    /** How often a code may be tried. */
    @WithDefault("3")
    @Min(1)
    int codeTries();

    /** How long the right code holds. */
    @WithDefault("30m")
    Duration verifiedFor();

    /** How many failed checks of an order there may be per conversation, per order and per client address, within the window. */
    @WithDefault("5")
    @Min(1)
    int orderFailures();

    @WithDefault("15m")
    Duration orderFailureWindow();

    /** How many codes go to one e-mail address within an hour; asked for more, nothing is sent. Not in demo mode. */
    @WithDefault("5")
    @Min(1)
    int mailsPerHour();
}
