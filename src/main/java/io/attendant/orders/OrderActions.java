package io.attendant.orders;

import io.attendant.actions.ActionDraft;
import io.attendant.actions.ActionHandler;
import io.attendant.actions.CardWords;
import io.attendant.actions.Proposals;
import io.attendant.catalog.ProductSearch;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.TurnScope;
import io.attendant.customers.CustomerData;
import io.attendant.customers.CustomerService;
import io.attendant.identity.RowSecurity;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.Money;
import io.attendant.shared.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Proposes what shoppers want done to their orders, and does it when they have confirmed. The policy decides both times. */
@ApplicationScoped
public class OrderActions implements ActionHandler {
    @Inject
    Proposals proposals;

    @Inject
    CustomerService customers;

    @Inject
    ProductSearch catalogue;

    @Inject
    CardWords words;

    @Inject
    OrdersConfig config;

    @Inject
    RowSecurity rows;

    /**
     * What the model is told of a proposal: nothing has happened yet.
     *
     * @param charges what the shopper pays at once
     * @param refunds what the shopper gets back, or has coming
     * @param priceDifference of an exchange, due when the parcel is back; negative is a refund
     */
    @RegisterForReflection
    record Proposed(
            boolean proposed,
            String kind,
            String orderId,
            String summary,
            List<ChatEvent.Line> lines,
            Instant expiresAt,
            OrderStatus newStatus,
            List<Amount> charges,
            List<Amount> refunds,
            Money priceDifference) {}

    @RegisterForReflection
    record Amount(String paymentMethodId, Money amount) {}

    /**
     * Shows the shopper what the action would do.
     *
     * @param action by the real id of the order, once that is known
     * @throws ProblemException with the code of the rule that forbids it
     */
    @Transactional
    Proposed propose(TurnScope turn, String kind, String orderId, Function<String, OrderAction> action) {
        ShopperSession session = turn.session();
        String customerId = session.requireCustomer();
        rows.session(session);
        Order order =
                OrderService.named(session, orderId).orElseThrow(() -> new ProblemException(ErrorCode.ORDER_NOT_FOUND));
        CustomerData customer =
                customers.byId(customerId).orElseThrow(() -> new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND));
        OrderAction exact = action.apply(order.id);
        OrderData before = order.data();
        OrderEffects effects = decide(exact, before, customer);
        OrderCard card = new OrderCard(words.in(session.locale()), before, customer, config.refundBusinessDays());
        ChatEvent.ActionProposed shown = proposals.propose(
                turn,
                new ActionDraft(
                        kind,
                        customerId,
                        Optional.of(new ActionDraft.Target(order.id, order.version)),
                        exact,
                        effects,
                        card.summary(kind, effects),
                        card.lines(effects)));
        return told(shown, effects);
    }

    private OrderEffects decide(OrderAction action, OrderData order, CustomerData customer) {
        return switch (new OrderPolicy(config.rules()).decide(action, order, customer, replacements(action))) {
            case OrderPolicy.Decision.Refused refused -> throw new ProblemException(refused.code());
            case OrderPolicy.Decision.Allowed allowed -> allowed.effects();
        };
    }

    private Map<String, Replacement> replacements(OrderAction action) {
        List<String> ids = switch (action) {
            case OrderAction.ChangeItems change -> change.newItemIds();
            case OrderAction.Exchange exchange -> exchange.newItemIds();
            case OrderAction.Cancel cancel -> List.of();
            case OrderAction.ChangeAddress change -> List.of();
            case OrderAction.ChangePayment change -> List.of();
            case OrderAction.Return request -> List.of();
        };
        Map<String, Replacement> found = new HashMap<>();
        catalogue
                .ofVariants(ids)
                .forEach(product -> product.variants()
                        .forEach(variant -> found.put(
                                variant.id(),
                                new Replacement(
                                        product.id(),
                                        variant.id(),
                                        variant.options(),
                                        variant.price(),
                                        variant.available(),
                                        Optional.ofNullable(variant.stock())))));
        return found;
    }

    private static Proposed told(ChatEvent.ActionProposed shown, OrderEffects effects) {
        Money difference = switch (effects.change()) {
            case OrderEffects.ExchangeRequested requested -> requested.request().priceDifference();
            case OrderEffects.Swapped swapped -> swapped.priceDifference();
            case OrderEffects.Cancelled cancelled -> null;
            case OrderEffects.Readdressed readdressed -> null;
            case OrderEffects.Repaid repaid -> null;
            case OrderEffects.ReturnRequested requested -> null;
        };
        List<Amount> refunds = effects.change() instanceof OrderEffects.ReturnRequested requested
                ? List.of(new Amount(requested.request().paymentMethodId(), requested.refund()))
                : amounts(effects, Payment.Type.refund);
        return new Proposed(
                true,
                shown.kind(),
                shown.orderId(),
                shown.summary(),
                shown.lines(),
                shown.expiresAt(),
                effects.status(),
                amounts(effects, Payment.Type.payment),
                refunds,
                difference);
    }

    private static List<Amount> amounts(OrderEffects effects, Payment.Type type) {
        return effects.payments().stream()
                .filter(payment -> payment.type() == type)
                .map(payment -> new Amount(payment.paymentMethodId(), payment.amount()))
                .toList();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                OrderAction.CANCEL,
                OrderAction.CHANGE_ADDRESS,
                OrderAction.CHANGE_PAYMENT,
                OrderAction.CHANGE_ITEMS,
                OrderAction.EXCHANGE,
                OrderAction.RETURN);
    }

    /** Locks the order first and then the customer, as everybody does. */
    @Override
    public Plan plan(String kind, String parameters, String customerId) {
        OrderAction action = Json.read(parameters, OrderAction.class);
        rows.customer(customerId);
        Order order = Order.lockOfCustomer(customerId, action.orderId())
                .orElseThrow(() -> new ProblemException(ErrorCode.ORDER_NOT_FOUND));
        CustomerData customer =
                customers.lock(customerId).orElseThrow(() -> new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND));
        OrderEffects effects = decide(action, order.data(), customer);
        return new Plan() {
            @Override
            public Object effects() {
                return effects;
            }

            @Override
            public Optional<Object> apply() {
                order.apply(effects);
                effects.giftCards()
                        .forEach(card -> customers.changeBalance(customerId, card.paymentMethodId(), card.change()));
                return Optional.of(order.data());
            }
        };
    }
}
