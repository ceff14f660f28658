package io.attendant.assistant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** How questions are answered. */
@ConfigMapping(prefix = "attendant.assistant")
public interface AssistantConfig {
    /** Which model answers. */
    @WithDefault("auto")
    Choice model();

    /** The longest a turn may take, from the shopper's message to the end of the answer. */
    @WithDefault("60s")
    Duration turnDeadline();

    /** The longest one call to a model may take, from the request to the end of its answer. */
    @WithDefault("30s")
    Duration callDeadline();

    /** What the local assistant needs to answer in a model's place; no model call may reach into it. */
    @WithDefault("5s")
    Duration failOverReserve();

    /** How often in one turn the model may call tools before it has to answer with what it knows. */
    @WithDefault("8")
    @Min(1)
    @Max(50)
    int maxToolRounds();

    /** How many tool calls a turn may make; those beyond it are refused. */
    @WithDefault("24")
    @Min(1)
    @Max(500)
    int maxToolCalls();

    /** How many tokens of earlier turns the model is shown, estimated; what is older is only summed up. */
    @WithDefault("12000")
    @Min(0)
    int windowTokens();

    /** Calls that failed before anything was said. */
    Retry retry();

    /** Leaves a provider alone that keeps failing. */
    Breaker breaker();

    /** The calls to Gemini. */
    Gemini gemini();

    /** The calls to an OpenAI-compatible API. */
    OpenAi openai();

    /** Calls that failed before anything was said. */
    interface Retry {
        /** How often a call is made at the most. */
        @WithDefault("3")
        @Min(1)
        @Max(10)
        int attempts();

        /** The wait before the second attempt; it doubles from there, and is scattered by half. */
        @WithDefault("300ms")
        Duration firstWait();

        /** The longest wait. A provider that asks for more is not asked again in this turn. */
        @WithDefault("5s")
        Duration longestWait();
    }

    /** Leaves a provider alone that keeps failing. */
    interface Breaker {
        /** How many of the last calls are looked at. */
        @WithDefault("20")
        @Min(1)
        int window();

        /** How many calls there must be before any share means something. */
        @WithDefault("10")
        @Min(1)
        int leastCalls();

        /** The share of failures, in percent, from which on the provider is left alone. */
        @WithDefault("50")
        @Min(1)
        @Max(100)
        int failurePercentage();

        /** How long it is left alone before one call probes whether it is back. */
        @WithDefault("15s")
        Duration openFor();
    }

    /** Which model answers, by configuration. */
    enum Choice {
        /** Gemini if there is a key, else the local assistant. */
        auto,
        gemini,
        /** Any OpenAI-compatible API. */
        openai,
        local
    }

    /** The calls to a provider. */
    interface Provider {
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

    /** The calls to Gemini; its key, address and model are settings of the extension. */
    interface Gemini extends Provider {}

    /** The calls to an OpenAI-compatible API. */
    interface OpenAi extends Provider {
        /** Where the API is, up to and without {@code /chat/completions}. */
        @WithDefault("https://api.openai.com/v1")
        String baseUrl();

        /** Sent as bearer token; local servers need none. */
        Optional<String> apiKey();

        /** The model's name there; has to be given when this provider is chosen. */
        Optional<String> modelId();
    }
}
