package io.attendant.orders;

import io.attendant.customers.CustomerService;
import io.attendant.identity.verification.OrderProofs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Knows what only the owner of an order should know of it: the e-mail address behind it, and the postal code on it. */
@ApplicationScoped
public class OrderOwnership implements OrderProofs {
    /** Belongs to nobody. */
    private static final String NO_CUSTOMER = "";

    @Inject
    CustomerService customers;

    @Override
    public Optional<String> proved(String orderId, Proof proof) {
        List<Order> found = Order.byIds(OrderService.writings(orderId));
        if (found.isEmpty()) {
            // The same question as for an order that exists.
            return customers.emailKeyOf(NO_CUSTOMER).filter(key -> false);
        }
        return found.stream()
                .filter(order -> fits(order, customers.emailKeyOf(order.customerId), proof))
                .map(order -> order.id)
                .findFirst();
    }

    private boolean fits(Order order, Optional<String> emailKey, Proof proof) {
        return switch (proof) {
            case Proof.Email given ->
                emailKey.filter(customers.emailKey(given.email())::equals).isPresent();
            case Proof.PostalCode given ->
                !plain(given.postalCode()).isEmpty()
                        && plain(order.shippingAddress.postalCode()).equals(plain(given.postalCode()));
        };
    }

    /** People leave out the space of "SW1A 1AA" and the hyphen of "30-001". */
    private static String plain(String postalCode) {
        return postalCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
