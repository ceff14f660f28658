package io.attendant.orders;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.attendant.customers.Address;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a shopper wants done to an order, with exactly the parameters that were given. Ids of items are ids of variants, once
 * per piece; the n-th new item is for the n-th old one.
 */
@RegisterForReflection
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderAction.Cancel.class, name = OrderAction.CANCEL),
    @JsonSubTypes.Type(value = OrderAction.ChangeAddress.class, name = OrderAction.CHANGE_ADDRESS),
    @JsonSubTypes.Type(value = OrderAction.ChangePayment.class, name = OrderAction.CHANGE_PAYMENT),
    @JsonSubTypes.Type(value = OrderAction.ChangeItems.class, name = OrderAction.CHANGE_ITEMS),
    @JsonSubTypes.Type(value = OrderAction.Exchange.class, name = OrderAction.EXCHANGE),
    @JsonSubTypes.Type(value = OrderAction.Return.class, name = OrderAction.RETURN)
})
public sealed interface OrderAction {
    String CANCEL = "cancelOrder";
    String CHANGE_ADDRESS = "changeShippingAddress";
    String CHANGE_PAYMENT = "changePaymentMethod";
    String CHANGE_ITEMS = "changeItems";
    String EXCHANGE = "exchangeItems";
    String RETURN = "returnItems";

    String orderId();

    /** @param reason a {@link OrderData.CancelReason} by name, or anything else that was said instead */
    record Cancel(String orderId, String reason) implements OrderAction {}

    record ChangeAddress(String orderId, Address address) implements OrderAction {}

    record ChangePayment(String orderId, String paymentMethodId) implements OrderAction {}

    record ChangeItems(String orderId, List<String> itemIds, List<String> newItemIds, String paymentMethodId)
            implements OrderAction {}

    record Exchange(String orderId, List<String> itemIds, List<String> newItemIds, String paymentMethodId)
            implements OrderAction {}

    record Return(String orderId, List<String> itemIds, String paymentMethodId) implements OrderAction {}
}
