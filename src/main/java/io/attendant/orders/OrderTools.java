package io.attendant.orders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ShopperTool;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.Money;
import io.attendant.shared.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The shopper's own orders, for the model. */
@ApplicationScoped
public class OrderTools {
    private static final int MAX_LISTED = 20;

    @Inject
    OrderService orders;

    /** @param total how many orders there are altogether */
    @RegisterForReflection
    record ListedOrders(List<ListedOrder> orders, long total) {}

    /**
     * @param total what the items cost together
     * @param items the names of the items, once per piece
     */
    @RegisterForReflection
    record ListedOrder(
            String id,
            OrderStatus status,
            Instant placedAt,
            String currency,
            Money total,
            int itemCount,
            List<String> items) {
        static ListedOrder of(OrderData order) {
            return new ListedOrder(
                    order.id(),
                    order.status(),
                    order.placedAt(),
                    order.currency(),
                    order.total(),
                    order.items().size(),
                    order.items().stream().map(OrderItem::name).toList());
        }
    }

    /** The data of an {@code orders} card. */
    @RegisterForReflection
    record OrderCards(List<OrderData> items, long total) {}

    @Tool(
            "Lists the signed-in shopper's own orders, newest first, at most 20: id, status, placedAt, currency, total (what "
                    + "the items cost together), itemCount and the names of the items; total beside the list is how many orders "
                    + "there are. The shopper sees them as cards. Call getOrderDetails for shipments, tracking, payments, variants or "
                    + "the address of one of them.")
    @ShopperTool(level = TrustLevel.customer)
    public Object listMyOrders(InvocationParameters turn) {
        TurnScope scope = TurnScope.of(turn);
        Page<OrderData> found = orders.newest(scope.session().requireCustomer(), MAX_LISTED);
        if (!found.items().isEmpty()) {
            scope.emit(new ChatEvent.Card("orders", new OrderCards(found.items(), found.total())));
        }
        return new ListedOrders(found.items().stream().map(ListedOrder::of).toList(), found.total());
    }

    /** An order with what the model would otherwise count and add up itself. */
    @RegisterForReflection
    record OrderDetails(@JsonUnwrapped OrderData order, Totals totals) {
        static OrderDetails of(OrderData order) {
            return new OrderDetails(
                    order,
                    new Totals(
                            order.items().size(),
                            order.total(),
                            sum(order, Payment.Type.payment),
                            sum(order, Payment.Type.refund)));
        }

        private static Money sum(OrderData order, Payment.Type direction) {
            return Money.sum(order.payments().stream()
                    .filter(payment -> payment.type() == direction)
                    .map(Payment::amount)
                    .toList());
        }
    }

    /**
     * @param itemCount how many pieces there are
     * @param items what they cost together, as they were bought
     * @param paid all that was ever paid, whatever was refunded since
     */
    @RegisterForReflection
    record Totals(int itemCount, Money items, Money paid, Money refunded) {}

    @Tool(
            "Returns one order of the shopper in full: status, items with variants, options and prices, shipments with tracking "
                    + "numbers, state and expected date where known, payments and refunds, the shipping address, a requested return or "
                    + "exchange, and totals (itemCount, what the items cost together, what was paid and refunded). The shopper sees it as a card. Call listMyOrders first if the shopper names no order.")
    @ShopperTool(level = TrustLevel.order)
    public Object getOrderDetails(
            @P(value = "The order's id as the shopper or listMyOrders gives it, for example #A1001", required = true)
                    String orderId,
            InvocationParameters turn) {
        TurnScope scope = TurnScope.of(turn);
        OrderData order = orders.visible(scope.session(), orderId);
        scope.emit(new ChatEvent.Card("order", order));
        return OrderDetails.of(order);
    }
}
