package io.attendant.orders;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The shop's policies without a configuration behind them. */
record TestOrdersConfig(
        Optional<Set<OrderStatus>> cancellable,
        Optional<Set<OrderStatus>> changeable,
        Optional<Set<OrderStatus>> returnable,
        Optional<Set<OrderStatus>> exchangeable,
        Set<OrderData.CancelReason> cancelReasons,
        String refundBusinessDays)
        implements OrdersConfig {

    /** What holds in a shop that configures nothing. */
    static TestOrdersConfig defaults() {
        return new TestOrdersConfig(
                in(OrderStatus.pending),
                in(OrderStatus.pending),
                in(OrderStatus.delivered),
                in(OrderStatus.delivered),
                EnumSet.allOf(OrderData.CancelReason.class),
                "5–7");
    }

    /** These statuses; none is a setting left empty. */
    static Optional<Set<OrderStatus>> in(OrderStatus... statuses) {
        return statuses.length == 0 ? Optional.empty() : Optional.of(Set.of(statuses));
    }
}
