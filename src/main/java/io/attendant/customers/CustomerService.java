package io.attendant.customers;

import io.attendant.shared.Ids;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads customers. */
@ApplicationScoped
public class CustomerService {
    /** @param id from a session or a token, never from what somebody says */
    @Transactional
    public Optional<CustomerData> byId(String id) {
        return Ids.possible(id) ? Customer.byId(id).map(Customer::data) : Optional.empty();
    }

    /** The first {@code count} customers, in import order. */
    @Transactional
    public List<CustomerData> first(int count) {
        return Customer.<Customer>findAll(Sort.by("position")).range(0, count - 1).stream()
                .map(Customer::data)
                .toList();
    }
}
