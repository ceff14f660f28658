package io.attendant.assistant.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The most that may be spent on the provider's model. Where a limit is reached the local assistant goes on. What a call costs
 * is known only afterwards, so a limit can be exceeded by one call of each turn that runs.
 */
@ConfigMapping(prefix = "attendant.budget")
public interface BudgetConfig {
    /** What one conversation may use. */
    Limits conversation();

    /** What one shopper may use from midnight to midnight (UTC), over all conversations. Not in demo mode. */
    Limits shopperDay();

    /** What all shoppers together may use from midnight to midnight (UTC). Not in demo mode. */
    Limits shopDay();

    /** How many calls to the provider one turn may make, repeated ones counted. */
    @WithDefault("30")
    @Min(1)
    int callsPerTurn();

    /** From which share of a limit on the model is shown less of earlier turns, in percent. */
    @WithDefault("80")
    @Min(1)
    @Max(100)
    int nearPercent();

    /** Limits of one kind; an absent one doesn't limit. */
    interface Limits {
        /** Input and output tokens together. */
        Optional<@Min(0) Long> tokens();

        /** In the currency of the price table; needs prices. */
        Optional<@DecimalMin("0") BigDecimal> cost();

        /** Calls to the provider. */
        Optional<@Min(0) Long> calls();
    }
}
