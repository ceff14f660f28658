package io.attendant.orders;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.attendant.customers.Address;
import io.attendant.shared.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Everything that an action does, to the last amount; what is not named here stays as it is. Two effects that are equal may
 * be taken for each other: the one that the shopper confirmed, and the one worked out again when it is carried out.
 *
 * @param status the order's status afterwards
 * @param payments rows to append, in this order
 * @param giftCards what gift cards gain or lose at once
 */
@RegisterForReflection
public record OrderEffects(
        String orderId, OrderStatus status, Change change, List<Payment> payments, List<BalanceChange> giftCards) {

    /** Without any money that moves now. */
    OrderEffects(OrderData order, OrderStatus status, Change change) {
        this(order.id(), status, change, List.of(), List.of());
    }

    /** What happens to the order besides its payments. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cancelled.class, name = "cancelled"),
        @JsonSubTypes.Type(value = Readdressed.class, name = "readdressed"),
        @JsonSubTypes.Type(value = Repaid.class, name = "repaid"),
        @JsonSubTypes.Type(value = Swapped.class, name = "swapped"),
        @JsonSubTypes.Type(value = ReturnRequested.class, name = "returnRequested"),
        @JsonSubTypes.Type(value = ExchangeRequested.class, name = "exchangeRequested")
    })
    public sealed interface Change {}

    /** @param items what will not be sent */
    @RegisterForReflection
    public record Cancelled(OrderData.CancelReason reason, List<OrderItem> items) implements Change {}

    @RegisterForReflection
    public record Readdressed(Address address) implements Change {}

    /** Another method pays; all of it is in the payments. */
    @RegisterForReflection
    public record Repaid(String paymentMethodId, String formerMethodId) implements Change {}

    /** @param paymentMethodId pays the difference, or gets it */
    @RegisterForReflection
    public record Swapped(List<Swap> swaps, String paymentMethodId, Money priceDifference) implements Change {}

    /** @param items what comes back */
    @RegisterForReflection
    public record ReturnRequested(ReturnRequest request, List<OrderItem> items) implements Change {
        /** What comes back for them when the parcel has arrived. */
        Money refund() {
            return Money.sum(items.stream().map(OrderItem::price).toList());
        }
    }

    @RegisterForReflection
    public record ExchangeRequested(ExchangeRequest request, List<Swap> swaps) implements Change {}

    /** @param position the place in the order's list of items, from 0 */
    @RegisterForReflection
    public record Swap(int position, OrderItem before, OrderItem after) {}

    /** @param change added to the balance; negative when the card pays */
    @RegisterForReflection
    public record BalanceChange(String paymentMethodId, Money change) {}
}
