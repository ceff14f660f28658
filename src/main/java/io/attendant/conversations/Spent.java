package io.attendant.conversations;

import java.math.BigDecimal;
import java.util.List;

/**
 * What calls to the provider's model have used; the local assistant's are free and not in it.
 *
 * @param tokens input and output together
 * @param cost in the currency of the price table
 */
public record Spent(long tokens, BigDecimal cost, long calls) {
    public static final Spent NOTHING = new Spent(0, BigDecimal.ZERO, 0);

    public static Spent of(List<ModelCall> calls) {
        return calls.stream()
                .filter(call -> !call.model().equals(ModelCall.LOCAL))
                .map(call -> new Spent(call.inputTokens() + call.outputTokens(), call.cost(), 1))
                .reduce(NOTHING, Spent::plus);
    }

    public Spent plus(Spent other) {
        return new Spent(tokens + other.tokens, cost.add(other.cost), calls + other.calls);
    }
}
