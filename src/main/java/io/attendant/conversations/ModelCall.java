package io.attendant.conversations;

import java.math.BigDecimal;
import java.util.List;

/**
 * One call to a model.
 *
 * @param model the provider's model id, or {@code local}
 * @param outcome {@code ok}, or the kind of its failure
 * @param inputTokens as the provider counts them; 0 for a call that failed before it said
 * @param outputTokens thoughts included
 * @param cost by the configured price table, in the currency of the bill
 */
public record ModelCall(String model, String outcome, long inputTokens, long outputTokens, BigDecimal cost) {
    public static final String OK = "ok";
    /** The name of the local assistant among the models. */
    public static final String LOCAL = "local";

    public static ModelCall failed(String model, String outcome) {
        return new ModelCall(model, outcome, 0, 0, BigDecimal.ZERO);
    }

    /** What a turn used: its rows add up to it. */
    public static ChatEvent.Usage sum(List<ModelCall> calls, int toolCalls) {
        return new ChatEvent.Usage(
                calls.stream().mapToLong(ModelCall::inputTokens).sum(),
                calls.stream().mapToLong(ModelCall::outputTokens).sum(),
                calls.size(),
                toolCalls,
                calls.stream().map(ModelCall::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
