package io.attendant.customers;

import io.attendant.identity.RowSecurity;
import io.attendant.shared.Ids;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads customers. */
@ApplicationScoped
public class CustomerService {
    @Inject
    RowSecurity rows;

    /** @param id from a session or a token, never from what somebody says */
    @Transactional
    public Optional<CustomerData> byId(String id) {
        if (!Ids.possible(id)) {
            return Optional.empty();
        }
        rows.customer(id);
        return Customer.byId(id).map(Customer::data);
    }

    /** The first {@code count} customers, in import order; for a transaction that may see them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CustomerData> first(int count) {
        return Customer.<Customer>findAll(Sort.by("position")).range(0, count - 1).stream()
                .map(Customer::data)
                .toList();
    }
}
