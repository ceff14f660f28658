package io.attendant.importing.rows;

import io.attendant.customers.Customer;
import io.attendant.importing.reading.Rejections;
import io.attendant.importing.reading.Row;
import io.attendant.orders.OrderData;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every order is a known customer's. */
final class OwnerCheck implements FileCheck<OrderData> {
    @Override
    public void rows(List<Row<OrderData>> rows, Rejections rejections) {
        Set<String> known = Customer.knownIds(
                rows.stream().map(row -> row.data().customerId()).collect(Collectors.toSet()));
        for (Row<OrderData> row : rows) {
            if (!known.contains(row.data().customerId())) {
                rejections.add(row, "customerId", "is no known customer");
            }
        }
    }
}
