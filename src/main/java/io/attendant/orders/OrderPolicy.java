package io.attendant.orders;

import io.attendant.customers.Address;
import io.attendant.customers.CustomerData;
import io.attendant.customers.PaymentMethod;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the shop allows to be done to an order, and what exactly that does. Knows nothing but its arguments: the same question
 * has the same answer when an action is proposed and when it is carried out. Rules are asked in a fixed order, and the first
 * that says no is the answer.
 */
public final class OrderPolicy {
    private final Rules rules;

    public OrderPolicy(Rules rules) {
        this.rules = rules;
    }

    /** The shop's settings; see {@link OrdersConfig}. */
    public interface Rules {
        /** Whether orders of this status can be cancelled. */
        boolean cancellable(OrderStatus status);

        /** Whether address, payment method and items of orders of this status can be changed. */
        boolean changeable(OrderStatus status);

        boolean returnable(OrderStatus status);

        boolean exchangeable(OrderStatus status);

        boolean acceptsReason(OrderData.CancelReason reason);
    }

    /** The policy's answer. */
    public sealed interface Decision {
        /** @param code the rule that says no */
        record Refused(ErrorCode code) implements Decision {}

        /** It may be done, and this is all it does. */
        record Allowed(OrderEffects effects) implements Decision {}
    }

    /**
     * @param order the shopper's own
     * @param customer whose order it is, with the ways they pay
     * @param catalogue the variants that the action names as new, by id; what is unknown is absent
     */
    public Decision decide(
            OrderAction action, OrderData order, CustomerData customer, Map<String, Replacement> catalogue) {
        try {
            return new Decision.Allowed(
                    switch (action) {
                        case OrderAction.Cancel cancel -> cancel(cancel, order, customer);
                        case OrderAction.ChangeAddress change -> changeAddress(change, order);
                        case OrderAction.ChangePayment change -> changePayment(change, order, customer);
                        case OrderAction.ChangeItems change -> changeItems(change, order, customer, catalogue);
                        case OrderAction.Exchange exchange -> exchange(exchange, order, customer, catalogue);
                        case OrderAction.Return request -> requestReturn(request, order, customer);
                    });
        } catch (RefusedException e) {
            return new Decision.Refused(e.code);
        }
    }

    private OrderEffects cancel(OrderAction.Cancel action, OrderData order, CustomerData customer) {
        allowIf(rules.cancellable(order.status()), ErrorCode.ORDER_NOT_PENDING);
        allowIf(!isModified(order), ErrorCode.ORDER_ALREADY_MODIFIED);
        OrderData.CancelReason reason = OrderData.CancelReason.named(action.reason())
                .filter(rules::acceptsReason)
                .orElseThrow(() -> new RefusedException(ErrorCode.INVALID_REASON));
        List<Payment> refunds = outstanding(order).entrySet().stream()
                .filter(method -> method.getValue().isPositive())
                .map(method -> new Payment(Payment.Type.refund, method.getValue(), method.getKey()))
                .toList();
        List<OrderEffects.BalanceChange> credits = refunds.stream()
                .filter(refund -> isGiftCard(customer, refund.paymentMethodId()))
                .map(refund -> new OrderEffects.BalanceChange(refund.paymentMethodId(), refund.amount()))
                .toList();
        return new OrderEffects(
                order.id(), OrderStatus.cancelled, new OrderEffects.Cancelled(reason, order.items()), refunds, credits);
    }

    /** What each method has paid and not got back, in the order in which they first paid. */
    private static Map<String, Money> outstanding(OrderData order) {
        Map<String, Money> outstanding = new LinkedHashMap<>();
        for (Payment payment : order.payments()) {
            Money amount = switch (payment.type()) {
                case payment -> payment.amount();
                case refund -> payment.amount().negated();
            };
            outstanding.merge(payment.paymentMethodId(), amount, Money::plus);
        }
        return outstanding;
    }

    private OrderEffects changeAddress(OrderAction.ChangeAddress action, OrderData order) {
        checkChangeable(order);
        Address address = action.address().stripped();
        allowIf(address.isComplete(), ErrorCode.ADDRESS_INCOMPLETE);
        return new OrderEffects(order, order.status(), new OrderEffects.Readdressed(address));
    }

    private OrderEffects changePayment(OrderAction.ChangePayment action, OrderData order, CustomerData customer) {
        checkChangeable(order);
        PaymentMethod method = method(customer, action.paymentMethodId());
        // One payment and nothing after it: the order has been paid once, by one method, and that was never changed.
        allowIf(
                order.payments().size() == 1 && order.payments().getFirst().type() == Payment.Type.payment,
                ErrorCode.PAYMENT_ALREADY_CHANGED);
        Payment paid = order.payments().getFirst();
        allowIf(!paid.paymentMethodId().equals(method.id()), ErrorCode.PAYMENT_METHOD_UNCHANGED);
        checkCovers(method, paid.amount());
        List<OrderEffects.BalanceChange> giftCards = new ArrayList<>();
        if (method.isGiftCard()) {
            giftCards.add(
                    new OrderEffects.BalanceChange(method.id(), paid.amount().negated()));
        }
        if (isGiftCard(customer, paid.paymentMethodId())) {
            giftCards.add(new OrderEffects.BalanceChange(paid.paymentMethodId(), paid.amount()));
        }
        return new OrderEffects(
                order.id(),
                order.status(),
                new OrderEffects.Repaid(method.id(), paid.paymentMethodId()),
                List.of(
                        new Payment(Payment.Type.payment, paid.amount(), method.id()),
                        new Payment(Payment.Type.refund, paid.amount(), paid.paymentMethodId())),
                giftCards);
    }

    private OrderEffects changeItems(
            OrderAction.ChangeItems action,
            OrderData order,
            CustomerData customer,
            Map<String, Replacement> catalogue) {
        checkChangeable(order);
        List<OrderEffects.Swap> swaps = swaps(order, action.itemIds(), action.newItemIds(), catalogue);
        PaymentMethod method = method(customer, action.paymentMethodId());
        Money difference = difference(swaps);
        checkCovers(method, difference);
        var change = new OrderEffects.Swapped(swaps, method.id(), difference);
        if (difference.isZero()) {
            return new OrderEffects(order, order.status(), change);
        }
        Payment row = difference.isPositive()
                ? new Payment(Payment.Type.payment, difference, method.id())
                : new Payment(Payment.Type.refund, difference.negated(), method.id());
        List<OrderEffects.BalanceChange> giftCards = method.isGiftCard()
                ? List.of(new OrderEffects.BalanceChange(method.id(), difference.negated()))
                : List.of();
        return new OrderEffects(order.id(), order.status(), change, List.of(row), giftCards);
    }

    private OrderEffects exchange(
            OrderAction.Exchange action, OrderData order, CustomerData customer, Map<String, Replacement> catalogue) {
        allowIf(rules.exchangeable(order.status()), ErrorCode.ORDER_NOT_DELIVERED);
        List<OrderEffects.Swap> swaps = swaps(order, action.itemIds(), action.newItemIds(), catalogue);
        PaymentMethod method = method(customer, action.paymentMethodId());
        Money difference = difference(swaps);
        checkCovers(method, difference);
        // Items and money move when the parcel is back; until then the order keeps what was bought.
        var request = new ExchangeRequest(action.itemIds(), action.newItemIds(), method.id(), difference);
        return new OrderEffects(
                order, OrderStatus.exchange_requested, new OrderEffects.ExchangeRequested(request, swaps));
    }

    private OrderEffects requestReturn(OrderAction.Return action, OrderData order, CustomerData customer) {
        allowIf(rules.returnable(order.status()), ErrorCode.ORDER_NOT_DELIVERED);
        PaymentMethod method = method(customer, action.paymentMethodId());
        boolean paid = order.payments().stream()
                .anyMatch(payment -> payment.type() == Payment.Type.payment
                        && payment.paymentMethodId().equals(method.id()));
        allowIf(paid || method.isGiftCard(), ErrorCode.REFUND_METHOD_NOT_ALLOWED);
        List<OrderItem> items = positions(order, action.itemIds()).stream()
                .map(position -> order.items().get(position))
                .toList();
        return new OrderEffects(
                order,
                OrderStatus.return_requested,
                new OrderEffects.ReturnRequested(new ReturnRequest(action.itemIds(), method.id()), items));
    }

    private void checkChangeable(OrderData order) {
        allowIf(rules.changeable(order.status()), ErrorCode.ORDER_NOT_PENDING);
        allowIf(!isModified(order), ErrorCode.ORDER_ALREADY_MODIFIED);
    }

    private static boolean isModified(OrderData order) {
        return Boolean.TRUE.equals(order.itemsModified());
    }

    /** The place of each item in the order, each place once; of equal lines the first. */
    private static List<Integer> positions(OrderData order, List<String> itemIds) {
        allowIf(!itemIds.isEmpty(), ErrorCode.ITEMS_REQUIRED);
        List<Integer> taken = new ArrayList<>();
        for (String itemId : itemIds) {
            int position = 0;
            while (position < order.items().size()
                    && (taken.contains(position)
                            || !order.items().get(position).variantId().equals(itemId))) {
                position++;
            }
            allowIf(position < order.items().size(), ErrorCode.ITEM_NOT_IN_ORDER);
            taken.add(position);
        }
        return taken;
    }

    private static List<OrderEffects.Swap> swaps(
            OrderData order, List<String> itemIds, List<String> newItemIds, Map<String, Replacement> catalogue) {
        List<Integer> positions = positions(order, itemIds);
        allowIf(newItemIds.size() == itemIds.size(), ErrorCode.ITEM_COUNT_MISMATCH);
        Map<String, Integer> wanted = new HashMap<>();
        List<OrderEffects.Swap> swaps = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            OrderItem before = order.items().get(positions.get(i));
            int pieces = wanted.merge(newItemIds.get(i), 1, Integer::sum);
            Replacement replacement = Optional.ofNullable(catalogue.get(newItemIds.get(i)))
                    .filter(found -> found.productId().equals(before.productId()) && found.hasPieces(pieces))
                    .orElseThrow(() -> new RefusedException(ErrorCode.REPLACEMENT_UNAVAILABLE));
            swaps.add(new OrderEffects.Swap(positions.get(i), before, replacement.inPlaceOf(before)));
        }
        allowIf(
                swaps.stream()
                        .noneMatch(swap ->
                                swap.before().variantId().equals(swap.after().variantId())),
                ErrorCode.REPLACEMENT_UNCHANGED);
        return swaps;
    }

    /** What the new items cost more; negative when they cost less. */
    private static Money difference(List<OrderEffects.Swap> swaps) {
        return Money.sum(swaps.stream()
                .map(swap -> swap.after().price().minus(swap.before().price()))
                .toList());
    }

    private static PaymentMethod method(CustomerData customer, String id) {
        return customer.paymentMethod(id).orElseThrow(() -> new RefusedException(ErrorCode.PAYMENT_METHOD_NOT_FOUND));
    }

    private static boolean isGiftCard(CustomerData customer, String paymentMethodId) {
        return customer.paymentMethod(paymentMethodId)
                .filter(PaymentMethod::isGiftCard)
                .isPresent();
    }

    private static void checkCovers(PaymentMethod method, Money amount) {
        allowIf(!method.isGiftCard() || method.balance().compareTo(amount) >= 0, ErrorCode.GIFT_CARD_INSUFFICIENT);
    }

    private static void allowIf(boolean allowed, ErrorCode otherwise) {
        if (!allowed) {
            throw new RefusedException(otherwise);
        }
    }

    /** The first rule that says no; never leaves this class. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ErrorCode code;

        private RefusedException(ErrorCode code) {
            super(code.code(), null, false, false);
            this.code = code;
        }
    }
}
