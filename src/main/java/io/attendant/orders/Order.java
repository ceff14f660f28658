package io.attendant.orders;

import io.attendant.customers.Address;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;

/** An order with its items, parcels and payments: one aggregate, loaded and changed as a whole. */
@Entity
@Table(name = "orders")
public class Order extends PanacheEntityBase {
    private static final String NEWEST_FIRST = "placedAt desc nulls last, position desc";

    @Id
    public String id;

    @Column(insertable = false, updatable = false)
    public Long position;

    @Column(name = "customer_id")
    public String customerId;

    @Enumerated(EnumType.STRING)
    public OrderStatus status;

    @Column(name = "placed_at")
    public Instant placedAt;

    public String currency;
    public String note;

    @Embedded
    public Address shippingAddress;

    @Column(name = "cancel_reason")
    @Enumerated(EnumType.STRING)
    public OrderData.CancelReason cancelReason;

    @Column(name = "items_modified")
    public boolean itemsModified;

    @Column(name = "return_request")
    @Convert(converter = ReturnRequest.Converter.class)
    public ReturnRequest returnRequest;

    @Column(name = "exchange_request")
    @Convert(converter = ExchangeRequest.Converter.class)
    public ExchangeRequest exchangeRequest;

    @Version
    public long version;

    @ElementCollection
    @CollectionTable(name = "order_items", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 500)
    public List<OrderItem> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "shipments", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 500)
    public List<Shipment> shipments = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "payments", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "sequence")
    @BatchSize(size = 500)
    public List<Payment> payments = new ArrayList<>();

    /** The order if it is this customer's: somebody else's reads like one that doesn't exist. */
    public static Optional<Order> ofCustomer(String customerId, String id) {
        return find("id = ?1 and customerId = ?2", id, customerId).firstResultOptional();
    }

    /** Those of these orders that are this customer's. */
    public static List<Order> ofCustomer(String customerId, Collection<String> ids) {
        return list("id in ?1 and customerId = ?2", ids, customerId);
    }

    /** The order if it is this customer's, locked until the transaction ends. */
    static Optional<Order> lockOfCustomer(String customerId, String id) {
        return find("id = ?1 and customerId = ?2", id, customerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<Order> byIds(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    public static Optional<Order> byId(String id) {
        return findByIdOptional(id);
    }

    /** These orders, locked until the transaction ends. */
    public static List<Order> lock(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Newest first; orders without a date come last, the last imported of them first. */
    public static List<Order> ofCustomer(String customerId, int offset, int limit) {
        return find("customerId = ?1 order by " + NEWEST_FIRST, customerId)
                .range(offset, offset + limit - 1)
                .list();
    }

    public static long countOfCustomer(String customerId) {
        return count("customerId", customerId);
    }

    /** The next orders in the order they were imported. */
    public static List<Order> after(long position, int limit) {
        return find("position > ?1 order by position", position).page(0, limit).list();
    }

    /** How many orders each customer has; customers without one are absent. */
    public static Map<String, Long> countsByCustomer() {
        return getEntityManager()
                .createQuery("select customerId, count(*) from Order group by customerId", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Takes every field of {@code data}; what it leaves out is cleared. */
    public void replace(OrderData data) {
        id = data.id();
        customerId = data.customerId();
        status = data.status();
        placedAt = data.placedAt();
        currency = data.currency();
        note = data.note();
        shippingAddress = data.shippingAddress();
        cancelReason = data.cancelReason();
        itemsModified = Boolean.TRUE.equals(data.itemsModified());
        returnRequest = data.returnRequest();
        exchangeRequest = data.exchangeRequest();
        items = new ArrayList<>(data.items());
        shipments = new ArrayList<>(data.shipments());
        payments = new ArrayList<>(data.payments());
    }

    /** Does what the policy worked out for this order as it stands. */
    void apply(OrderEffects effects) {
        status = effects.status();
        switch (effects.change()) {
            case OrderEffects.Cancelled cancelled -> cancelReason = cancelled.reason();
            case OrderEffects.Readdressed readdressed -> shippingAddress = readdressed.address();
            case OrderEffects.Repaid repaid -> {
                // All of it is in the payments.
            }
            case OrderEffects.Swapped swapped -> {
                swapped.swaps().forEach(swap -> items.set(swap.position(), swap.after()));
                itemsModified = true;
            }
            case OrderEffects.ReturnRequested requested -> returnRequest = requested.request();
            case OrderEffects.ExchangeRequested requested -> exchangeRequest = requested.request();
        }
        payments.addAll(effects.payments());
    }

    public OrderData data() {
        OrderData data = new OrderData(
                id,
                customerId,
                status,
                placedAt,
                currency,
                note,
                shippingAddress,
                List.copyOf(items),
                List.copyOf(shipments),
                List.copyOf(payments),
                cancelReason,
                itemsModified,
                returnRequest,
                exchangeRequest);
        return data.canonical();
    }
}
