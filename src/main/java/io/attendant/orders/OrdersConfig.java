package io.attendant.orders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** The shop's policies on orders. */
@ConfigMapping(prefix = "attendant.orders")
public interface OrdersConfig {
    /** Statuses in which an order can be cancelled; empty to allow it in none. */
    @WithDefault("pending")
    Optional<Set<OrderStatus>> cancellable();

    /** Statuses in which an order's address, payment method and items can be changed; empty to allow it in none. */
    @WithDefault("pending")
    Optional<Set<OrderStatus>> changeable();

    /** Statuses in which items can be returned; empty to allow it in none. */
    @WithDefault("delivered")
    Optional<Set<OrderStatus>> returnable();

    /** Statuses in which items can be exchanged; empty to allow it in none. */
    @WithDefault("delivered")
    Optional<Set<OrderStatus>> exchangeable();

    /** Reasons for which an order can be cancelled. */
    @WithDefault("NO_LONGER_NEEDED,ORDERED_BY_MISTAKE")
    Set<OrderData.CancelReason> cancelReasons();

    /** How long refunds to anything but a gift card take; told to shoppers as it stands here, for example {@code 5–7}. */
    @WithDefault("5–7")
    String refundBusinessDays();

    /** These settings as the policy asks for them. */
    default OrderPolicy.Rules rules() {
        return new OrderPolicy.Rules() {
            @Override
            public boolean cancellable(OrderStatus status) {
                return allows(OrdersConfig.this.cancellable(), status);
            }

            @Override
            public boolean changeable(OrderStatus status) {
                return allows(OrdersConfig.this.changeable(), status);
            }

            @Override
            public boolean returnable(OrderStatus status) {
                return allows(OrdersConfig.this.returnable(), status);
            }

            @Override
            public boolean exchangeable(OrderStatus status) {
                return allows(OrdersConfig.this.exchangeable(), status);
            }

            private static boolean allows(Optional<Set<OrderStatus>> statuses, OrderStatus status) {
                return statuses.map(allowed -> allowed.contains(status)).orElse(false);
            }

            @Override
            public boolean acceptsReason(OrderData.CancelReason reason) {
                return cancelReasons().contains(reason);
            }
        };
    }
}
