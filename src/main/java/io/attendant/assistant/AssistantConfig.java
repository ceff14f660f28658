package io.attendant.assistant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;

/** How questions are answered. */
@ConfigMapping(prefix = "attendant.assistant")
public interface AssistantConfig {
    /** Which model answers. */
    @WithDefault("auto")
    Choice model();

    /** The longest a turn may take, from the shopper's message to the end of the answer. */
    @WithDefault("60s")
    Duration turnDeadline();

    /** How often in one turn the model may call tools before it has to answer with what it knows. */
    @WithDefault("8")
    @Min(1)
    @Max(50)
    int maxToolRounds();

    /** The calls to Gemini. */
    Gemini gemini();

    /** Which model answers, by configuration. */
    enum Choice {
        /** Gemini if there is a key, else the local assistant. */
        auto,
        gemini,
        local
    }

    /** The calls to Gemini. */
    interface Gemini {
        /** The longest to wait for a connection. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** The longest the model may be silent, before the first byte and between two. */
        @WithDefault("20s")
        Duration idleTimeout();

        /** Price of a million input tokens, in the currency of the bill; 0 while unknown. */
        @WithDefault("0")
        @DecimalMin("0")
        BigDecimal inputPricePerMillion();

        /** Price of a million output tokens, thoughts included. */
        @WithDefault("0")
        @DecimalMin("0")
        BigDecimal outputPricePerMillion();
    }
}
