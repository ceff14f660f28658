package io.attendant.importing.rows;

import io.attendant.importing.reading.FieldErrors;
import io.attendant.importing.reading.FieldPath;
import io.attendant.orders.Order;
import io.attendant.orders.OrderData;
import io.attendant.orders.OrderStatus;
import io.attendant.shared.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Orders in files. */
final class OrderRows extends Rows<Order, OrderData> {
    @Override
    public Class<OrderData> type() {
        return OrderData.class;
    }

    @Override
    public ErrorCode notFound() {
        return ErrorCode.ORDER_NOT_FOUND;
    }

    @Override
    public String id(OrderData data) {
        return data.id();
    }

    @Override
    public Order create() {
        return new Order();
    }

    @Override
    public void replace(Order entity, OrderData data) {
        entity.replace(data);
    }

    @Override
    public OrderData data(Order entity) {
        return entity.data();
    }

    @Override
    public long position(Order entity) {
        return entity.position;
    }

    @Override
    public Optional<Order> byId(String id) {
        return Order.byId(id);
    }

    @Override
    public List<Order> lock(Collection<String> ids) {
        return Order.lock(ids);
    }

    @Override
    public List<Order> after(long position, int limit) {
        return Order.after(position, limit);
    }

    @Override
    public OrderData canonical(OrderData data) {
        return data.canonical();
    }

    @Override
    public void check(OrderData data, FieldErrors errors) {
        requireStatus(data, OrderStatus.cancelled, data.cancelReason(), "cancelReason", errors);
        requireStatus(data, OrderStatus.return_requested, data.returnRequest(), "return", errors);
        requireStatus(data, OrderStatus.exchange_requested, data.exchangeRequest(), "exchange", errors);
        for (int i = 0; i < data.items().size(); i++) {
            errors.requireNotNegative(data.items().get(i).price(), FieldPath.element("items", i) + ".price");
        }
        for (int i = 0; i < data.payments().size(); i++) {
            errors.requireNotNegative(data.payments().get(i).amount(), FieldPath.element("payments", i) + ".amount");
        }
    }

    private static void requireStatus(
            OrderData data, OrderStatus status, Object value, String field, FieldErrors errors) {
        if (value != null && data.status() != status) {
            errors.add(field, "is for orders with the status " + status + " only");
        }
    }

    @Override
    public FileCheck<OrderData> newFileCheck() {
        return new OwnerCheck();
    }
}
