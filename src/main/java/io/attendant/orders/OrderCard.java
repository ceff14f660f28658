package io.attendant.orders;

import io.attendant.conversations.ChatEvent;
import io.attendant.customers.CustomerData;
import io.attendant.customers.PaymentMethod;
import io.attendant.shared.Money;
import io.attendant.shared.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an action does, in the shopper's words: every item and every amount that it moves. */
final class OrderCard {
    private final Wording words;
    private final OrderData order;
    private final CustomerData customer;
    private final String refundDays;
    private final List<ChatEvent.Line> lines = new ArrayList<>();

    OrderCard(Wording words, OrderData order, CustomerData customer, String refundDays) {
        this.words = words;
        this.order = order;
        this.customer = customer;
        this.refundDays = refundDays;
    }

    /** @param kind the tool's name */
    String summary(String kind, OrderEffects effects) {
        String method = effects.change() instanceof OrderEffects.Repaid repaid ? method(repaid.paymentMethodId()) : "";
        return words.text(kind + ".summary", Map.of("order", order.id(), "method", method));
    }

    List<ChatEvent.Line> lines(OrderEffects effects) {
        switch (effects.change()) {
            case OrderEffects.Cancelled cancelled -> {
                cancelled.items().forEach(item -> line("item.label", priced(item)));
                line("reason.label", words.text("reason." + cancelled.reason() + ".value"));
                if (effects.payments().isEmpty()) {
                    line("refund.label", words.text("refund.none.value"));
                }
            }
            case OrderEffects.Readdressed readdressed -> {
                line("address.former.label", order.shippingAddress().written());
                line("address.new.label", readdressed.address().written());
            }
            case OrderEffects.Repaid repaid -> {
                // The payments below say it all.
            }
            case OrderEffects.Swapped swapped -> {
                swaps(swapped.swaps());
                if (swapped.priceDifference().isZero()) {
                    line("difference.label", words.text("difference.none.value"));
                }
            }
            case OrderEffects.ReturnRequested requested -> {
                requested.items().forEach(item -> line("return.item.label", priced(item)));
                later("refund", requested.refund(), requested.request().paymentMethodId());
            }
            case OrderEffects.ExchangeRequested requested -> {
                swaps(requested.swaps());
                Money difference = requested.request().priceDifference();
                String method = requested.request().paymentMethodId();
                if (difference.isZero()) {
                    line("difference.label", words.text("difference.none.value"));
                } else if (difference.isPositive()) {
                    later("pay", difference, method);
                } else {
                    later("refund", difference.negated(), method);
                }
            }
        }
        effects.payments().forEach(this::payment);
        if (effects.change() instanceof OrderEffects.Swapped) {
            line("note.label", words.text(OrderAction.CHANGE_ITEMS + ".note.value"));
        }
        return List.copyOf(lines);
    }

    private void swaps(List<OrderEffects.Swap> swaps) {
        swaps.forEach(swap -> line(
                "swap.label",
                words.text("swap.value", Map.of("before", priced(swap.before()), "after", priced(swap.after())))));
    }

    private void payment(Payment payment) {
        switch (payment.type()) {
            case payment ->
                line(
                        "pay.label",
                        words.text(
                                "pay.value",
                                Map.of(
                                        "amount",
                                        money(payment.amount()),
                                        "method",
                                        method(payment.paymentMethodId()))));
            case refund -> {
                boolean atOnce = customer.paymentMethod(payment.paymentMethodId())
                        .filter(PaymentMethod::isGiftCard)
                        .isPresent();
                line(
                        "refund.label",
                        words.text(
                                atOnce ? "refund.giftCard.value" : "refund.other.value",
                                Map.of(
                                        "amount",
                                        money(payment.amount()),
                                        "method",
                                        method(payment.paymentMethodId()),
                                        "days",
                                        refundDays)));
            }
        }
    }

    /** Money that moves when the parcel is back. */
    private void later(String direction, Money amount, String paymentMethodId) {
        line(
                direction + ".label",
                words.text(
                        "later." + direction + ".value",
                        Map.of("amount", money(amount), "method", method(paymentMethodId))));
    }

    private void line(String label, String value) {
        lines.add(new ChatEvent.Line(words.text(label), value));
    }

    private String priced(OrderItem item) {
        String options = String.join(", ", item.options().values());
        return (options.isEmpty() ? item.name() : item.name() + " (" + options + ")") + ", " + money(item.price());
    }

    private String money(Money amount) {
        return words.money(amount.amount(), Optional.ofNullable(order.currency()));
    }

    private String method(String paymentMethodId) {
        return customer.paymentMethod(paymentMethodId)
                .map(method -> switch (method.kind()) {
                    case credit_card ->
                        method.brand() == null || method.lastFour() == null
                                ? words.text("method.credit_card.plain.value")
                                : words.text(
                                        "method.credit_card.value",
                                        Map.of("brand", capitalised(method.brand()), "digits", method.lastFour()));
                    case paypal -> words.text("method.paypal.value");
                    case gift_card -> giftCard(method);
                })
                .orElseGet(() -> words.text("method.unknown.value"));
    }

    /** Who has several tells them apart by what is on them. */
    private String giftCard(PaymentMethod card) {
        boolean several = customer.paymentMethods().stream()
                        .filter(PaymentMethod::isGiftCard)
                        .count()
                > 1;
        String name = words.text("method.gift_card.value");
        return several ? name + " (" + money(card.balance()) + ")" : name;
    }

    private static String capitalised(String brand) {
        return brand.isEmpty() ? brand : Character.toUpperCase(brand.charAt(0)) + brand.substring(1);
    }
}
