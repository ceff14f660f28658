package io.attendant.orders;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.conversations.ShopperTool;
import io.attendant.conversations.TurnScope;
import io.attendant.customers.Address;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the model can propose to do to the shopper's own orders. Nothing happens before the shopper confirms it. */
@ApplicationScoped
public class OrderActionTools {
    private static final int MAX_ITEMS = 500;
    private static final String PROPOSES =
            "Only proposes: the shopper sees a card with every amount and decides. Returns "
                    + "what would happen, or the rule that forbids it. Never say that it is done. ";
    private static final String ORDER = "the order's id, for example #A1001";
    private static final String OLD_ITEMS = "ids of the variants in the order (variantId of its items), once per piece";
    private static final String NEW_ITEMS =
            "ids of the new variants, in the same order as itemIds; each of the same product, another variant, available";

    private static final String DIFFERENCE_METHOD =
            "the id of the method that pays the price difference or gets it, from getMyProfile";

    @Inject
    OrderActions actions;

    @Tool(PROPOSES
            + "Proposes to cancel a whole order that is still pending, and to refund it to the methods that paid. "
            + "Ask for the reason if the shopper gave none.")
    @ShopperTool(level = TrustLevel.customer)
    public Object cancelOrder(
            @P(value = ORDER, required = true) String orderId,
            @P(value = "NO_LONGER_NEEDED or ORDERED_BY_MISTAKE", required = true) String reason,
            InvocationParameters turn) {
        return actions.propose(
                TurnScope.of(turn), OrderAction.CANCEL, orderId, id -> new OrderAction.Cancel(id, reason));
    }

    @Tool(PROPOSES + "Proposes to send a pending order to another address. Doesn't change the shopper's profile.")
    @ShopperTool(level = TrustLevel.customer)
    public Object changeShippingAddress(
            @P(value = ORDER, required = true) String orderId,
            @P(value = Address.LINE1, required = true) String line1,
            @P(value = Address.LINE2, required = true) String line2,
            @P(value = Address.CITY, required = true) String city,
            @P(value = Address.STATE, required = true) String state,
            @P(value = Address.POSTAL_CODE, required = true) String postalCode,
            @P(value = Address.COUNTRY, required = true) String country,
            InvocationParameters turn) {
        Address address = Address.fromWords(line1, line2, city, state, postalCode, country);
        return actions.propose(
                TurnScope.of(turn),
                OrderAction.CHANGE_ADDRESS,
                orderId,
                id -> new OrderAction.ChangeAddress(id, address));
    }

    @Tool(PROPOSES
            + "Proposes to pay for a pending order with another of the shopper's payment methods; the former one is "
            + "refunded. Once per order; a gift card must cover the whole total.")
    @ShopperTool(level = TrustLevel.customer)
    public Object changePaymentMethod(
            @P(value = ORDER, required = true) String orderId,
            @P(value = "the id of the new method, from getMyProfile", required = true) String paymentMethodId,
            InvocationParameters turn) {
        return actions.propose(
                TurnScope.of(turn),
                OrderAction.CHANGE_PAYMENT,
                orderId,
                id -> new OrderAction.ChangePayment(id, paymentMethodId));
    }

    @Tool(PROPOSES
            + "Proposes to swap items of a pending order for other variants of the same products, at today's prices. "
            + "Only once per order, so name all the items in one call; after it the order takes no further change or "
            + "cancellation. Look the variants up with getProductDetails first.")
    @ShopperTool(level = TrustLevel.customer)
    public Object changeItems(
            @P(value = ORDER, required = true) String orderId,
            @P(value = OLD_ITEMS, required = true) List<String> itemIds,
            @P(value = NEW_ITEMS, required = true) List<String> newItemIds,
            @P(value = DIFFERENCE_METHOD, required = true) String paymentMethodId,
            InvocationParameters turn) {
        checkItems(itemIds, newItemIds);
        return actions.propose(
                TurnScope.of(turn),
                OrderAction.CHANGE_ITEMS,
                orderId,
                id -> new OrderAction.ChangeItems(id, itemIds, newItemIds, paymentMethodId));
    }

    @Tool(PROPOSES
            + "Proposes to exchange items of a delivered order for other variants of the same products. The price "
            + "difference is due when the parcel is back. Name all the items in one call.")
    @ShopperTool(level = TrustLevel.customer)
    public Object exchangeItems(
            @P(value = ORDER, required = true) String orderId,
            @P(value = OLD_ITEMS, required = true) List<String> itemIds,
            @P(value = NEW_ITEMS, required = true) List<String> newItemIds,
            @P(value = DIFFERENCE_METHOD, required = true) String paymentMethodId,
            InvocationParameters turn) {
        checkItems(itemIds, newItemIds);
        return actions.propose(
                TurnScope.of(turn),
                OrderAction.EXCHANGE,
                orderId,
                id -> new OrderAction.Exchange(id, itemIds, newItemIds, paymentMethodId));
    }

    @Tool(PROPOSES
            + "Proposes to return items of a delivered order. The refund goes to a method that paid for the order or "
            + "to one of the shopper's gift cards. Name all the items in one call.")
    @ShopperTool(level = TrustLevel.customer)
    public Object returnItems(
            @P(value = ORDER, required = true) String orderId,
            @P(value = OLD_ITEMS, required = true) List<String> itemIds,
            @P(value = "the id of the method that gets the refund, from getMyProfile", required = true)
                    String paymentMethodId,
            InvocationParameters turn) {
        checkItems(itemIds);
        return actions.propose(
                TurnScope.of(turn),
                OrderAction.RETURN,
                orderId,
                id -> new OrderAction.Return(id, itemIds, paymentMethodId));
    }

    /** Whatever the declared type says, the framework puts into a list what the model gave. */
    private static void checkItems(List<?>... lists) {
        for (List<?> list : lists) {
            if (list == null || list.size() > MAX_ITEMS || !list.stream().allMatch(String.class::isInstance)) {
                throw new ProblemException(ErrorCode.INVALID_ARGUMENTS);
            }
        }
    }
}
