package io.attendant.orders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** The shop's policies on orders. */
@ConfigMapping(prefix = "attendant.orders")
public interface OrdersConfig {
    /** Statuses in which an order can be cancelled. */
    @WithDefault("pending")
    Set<OrderStatus> cancellable();

    /** Statuses in which an order's address, payment method and items can be changed. */
    @WithDefault("pending")
    Set<OrderStatus> changeable();

    /** Statuses in which items can be returned. */
    @WithDefault("delivered")
    Set<OrderStatus> returnable();

    /** Statuses in which items can be exchanged. */
    @WithDefault("delivered")
    Set<OrderStatus> exchangeable();

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
                return OrdersConfig.this.cancellable().contains(status);
            }

            @Override
            public boolean changeable(OrderStatus status) {
                return OrdersConfig.this.changeable().contains(status);
            }

            @Override
            public boolean returnable(OrderStatus status) {
                return OrdersConfig.this.returnable().contains(status);
            }

            @Override
            public boolean exchangeable(OrderStatus status) {
                return OrdersConfig.this.exchangeable().contains(status);
            }

            @Override
            public boolean acceptsReason(OrderData.CancelReason reason) {
                return cancelReasons().contains(reason);
            }
        };
    }
}
