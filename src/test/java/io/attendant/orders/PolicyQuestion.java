package io.attendant.orders;

import static org.assertj.core.api.Assertions.assertThat;

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
 * An action, the order it is about, whose that is and what the shop sells: something to ask the policy. As it is made, it is
 * allowed; a test changes what it is about.
 */
final class PolicyQuestion {
    static final String CARD = "card_1";
    static final String PAYPAL = "paypal_1";
    static final String GIFT = "gift_1";
    static final Address HOME = new Address("1 Elm Street", "", "Lyon", "", "69001", "France");
    static final Address AWAY = new Address("9 Oak Avenue", "Flat 2", "Boston", "MA", "02101", "USA");

    final String kind;
    OrderStatus status = OrderStatus.pending;
    boolean modified;
    List<OrderItem> items = new ArrayList<>(List.of(item("P1", "V1", "20.00"), item("P2", "M1", "8.00")));
    List<Payment> payments = new ArrayList<>(List.of(paid("28.00", CARD)));
    List<PaymentMethod> methods = new ArrayList<>(List.of(card(CARD), paypal(PAYPAL), gift(GIFT, "100.00")));
    Map<String, Replacement> catalogue = new HashMap<>();
    OrderPolicy.Rules rules = TestOrdersConfig.defaults().rules();

    String reason = "NO_LONGER_NEEDED";
    Address address = AWAY;
    List<String> itemIds = new ArrayList<>(List.of("V1"));
    List<String> newItemIds = new ArrayList<>(List.of("V2"));
    String method = PAYPAL;

    /** @param kind the tool's name */
    PolicyQuestion(String kind) {
        this.kind = kind;
        if (kind.equals(OrderAction.RETURN) || kind.equals(OrderAction.EXCHANGE)) {
            status = OrderStatus.delivered;
        }
        if (kind.equals(OrderAction.RETURN)) {
            method = CARD;
        }
        sells("P1", "V1", "21.00");
        sells("P1", "V2", "25.50");
        sells("P1", "V3", "20.00");
        sells("P1", "V4", "12.25");
        sells("P2", "M1", "8.00");
        sells("P2", "M2", "7.00");
    }

    static OrderItem item(String product, String variant, String price) {
        return new OrderItem(
                product, variant, "Name of " + product, Map.of("variant", "bought " + variant), Money.of(price));
    }

    static Payment paid(String amount, String method) {
        return new Payment(Payment.Type.payment, Money.of(amount), method);
    }

    static Payment refunded(String amount, String method) {
        return new Payment(Payment.Type.refund, Money.of(amount), method);
    }

    static PaymentMethod card(String id) {
        return new PaymentMethod(id, PaymentMethod.Kind.credit_card, "visa", "4242", null);
    }

    static PaymentMethod paypal(String id) {
        return new PaymentMethod(id, PaymentMethod.Kind.paypal, null, null, null);
    }

    static PaymentMethod gift(String id, String balance) {
        return new PaymentMethod(id, PaymentMethod.Kind.gift_card, null, null, Money.of(balance));
    }

    static OrderEffects.BalanceChange balance(String id, String change) {
        return new OrderEffects.BalanceChange(id, Money.of(change));
    }

    /** Puts an available variant of unknown stock into the catalogue. */
    PolicyQuestion sells(String product, String variant, String price) {
        return sells(product, variant, price, true, Optional.empty());
    }

    PolicyQuestion sells(String product, String variant, String price, boolean available, Optional<Integer> stock) {
        Map<String, String> options = new LinkedHashMap<>(Map.of("variant", "today's " + variant));
        catalogue.put(variant, new Replacement(product, variant, options, Money.of(price), available, stock));
        return this;
    }

    PolicyQuestion asks(List<String> oldIds, List<String> newIds, String paymentMethodId) {
        itemIds = new ArrayList<>(oldIds);
        newItemIds = new ArrayList<>(newIds);
        method = paymentMethodId;
        return this;
    }

    PolicyQuestion by(String paymentMethodId) {
        method = paymentMethodId;
        return this;
    }

    PolicyQuestion has(OrderItem... bought) {
        items = new ArrayList<>(List.of(bought));
        return this;
    }

    PolicyQuestion has(Payment... rows) {
        payments = new ArrayList<>(List.of(rows));
        return this;
    }

    PolicyQuestion has(PaymentMethod... profile) {
        methods = new ArrayList<>(List.of(profile));
        return this;
    }

    OrderAction action() {
        return switch (kind) {
            case OrderAction.CANCEL -> new OrderAction.Cancel("#1", reason);
            case OrderAction.CHANGE_ADDRESS -> new OrderAction.ChangeAddress("#1", address);
            case OrderAction.CHANGE_PAYMENT -> new OrderAction.ChangePayment("#1", method);
            case OrderAction.CHANGE_ITEMS ->
                new OrderAction.ChangeItems("#1", List.copyOf(itemIds), List.copyOf(newItemIds), method);
            case OrderAction.EXCHANGE ->
                new OrderAction.Exchange("#1", List.copyOf(itemIds), List.copyOf(newItemIds), method);
            case OrderAction.RETURN -> new OrderAction.Return("#1", List.copyOf(itemIds), method);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    OrderData order() {
        return new OrderData(
                "#1",
                "ana",
                status,
                null,
                null,
                null,
                HOME,
                List.copyOf(items),
                List.of(),
                List.copyOf(payments),
                null,
                modified ? true : null,
                null,
                null);
    }

    CustomerData customer() {
        return new CustomerData("ana", "ana@example.com", "Ana", "Reyes", HOME, List.copyOf(methods), null, null, null);
    }

    OrderPolicy.Decision decision() {
        return new OrderPolicy(rules).decide(action(), order(), customer(), Map.copyOf(catalogue));
    }

    Optional<ErrorCode> refusal() {
        return decision() instanceof OrderPolicy.Decision.Refused refused
                ? Optional.of(refused.code())
                : Optional.empty();
    }

    OrderEffects effects() {
        OrderPolicy.Decision decision = decision();
        assertThat(decision).isInstanceOf(OrderPolicy.Decision.Allowed.class);
        return ((OrderPolicy.Decision.Allowed) decision).effects();
    }

    /** The order when the action has been carried out. */
    OrderData after() {
        Order order = new Order();
        order.replace(order());
        order.apply(effects());
        return order.data();
    }
}
