package io.attendant.orders;

import io.attendant.identity.RowSecurity;
import io.attendant.identity.ShopperSession;
import io.attendant.identity.TrustLevel;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Ids;
import io.attendant.shared.Page;
import io.attendant.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads orders, each for whoever may see it. */
@ApplicationScoped
public class OrderService {
    @Inject
    RowSecurity rows;

    /** One page of a customer's own orders, newest first. */
    @Transactional
    public Page<OrderData> ofCustomer(String customerId, int page) {
        return ofCustomer(customerId, page, Page.SIZE);
    }

    /** A customer's {@code limit} newest orders, as a first page. */
    @Transactional
    public Page<OrderData> newest(String customerId, int limit) {
        return ofCustomer(customerId, 1, limit);
    }

    /** A customer's own order by its exact id. */
    @Transactional
    public Optional<OrderData> ofCustomer(String customerId, String id) {
        if (!Ids.possible(customerId) || !Ids.possible(id)) {
            return Optional.empty();
        }
        rows.customer(customerId);
        return Order.ofCustomer(customerId, id).map(Order::data);
    }

    /**
     * The order that a shopper names, if the session may see it. The sign {@code #}, letter case and space around the id don't
     * matter, unless the exact writing is an order of its own.
     *
     * @throws ProblemException {@link ErrorCode#ORDER_NOT_FOUND}, alike for what doesn't exist and what is somebody else's;
     *     {@link ErrorCode#VERIFICATION_REQUIRED} below level {@code order}
     */
    @Transactional
    public OrderData visible(ShopperSession session, String id) {
        session.require(TrustLevel.order);
        rows.session(session);
        return named(session, id).map(Order::data).orElseThrow(() -> new ProblemException(ErrorCode.ORDER_NOT_FOUND));
    }

    /** The order that a shopper names, if the session may see it. */
    static Optional<Order> named(ShopperSession session, String id) {
        Set<String> writings = writings(id);
        if (writings.isEmpty()) {
            return Optional.empty();
        }
        if (session.customerId().isPresent()) {
            Map<String, Order> own = Order.ofCustomer(session.customerId().get(), writings).stream()
                    .collect(Collectors.toMap(order -> order.id, Function.identity()));
            return writings.stream().filter(own::containsKey).findFirst().map(own::get);
        }
        return session.orderId().filter(writings::contains).flatMap(Order::byId);
    }

    /** The ids that somebody may mean by this, the likeliest first. */
    static Set<String> writings(String id) {
        if (!Ids.possible(id)) {
            return Set.of();
        }
        String plain = id.strip();
        String upper = plain.toUpperCase(Locale.ROOT);
        String bare = upper.startsWith("#") ? upper.substring(1).strip() : upper;
        Set<String> writings = new LinkedHashSet<>(List.of(id, plain, upper, "#" + bare, bare));
        writings.removeIf(String::isEmpty);
        return writings;
    }

    private Page<OrderData> ofCustomer(String customerId, int page, int limit) {
        if (!Ids.possible(customerId)) {
            return new Page<>(List.of(), page, 0);
        }
        rows.customer(customerId);
        long total = Order.countOfCustomer(customerId);
        int offset = Math.multiplyExact(page - 1, limit);
        List<Order> orders = total > offset ? Order.ofCustomer(customerId, offset, limit) : List.of();
        return new Page<>(orders.stream().map(Order::data).toList(), page, total);
    }
}
