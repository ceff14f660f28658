package io.attendant.customers;

import io.attendant.identity.RowSecurity;
import io.attendant.identity.verification.CustomerDirectory;
import io.attendant.shared.Ids;
import io.attendant.shared.Money;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads customers. */
@ApplicationScoped
public class CustomerService implements CustomerDirectory {
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

    /** The customer as locked until the transaction ends; nobody else changes how they pay meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<CustomerData> lock(String id) {
        rows.customer(id);
        return Customer.lock(List.of(id)).stream().findFirst().map(Customer::data);
    }

    /**
     * Adds to a gift card's balance; takes from it if {@code change} is negative. The customer is locked.
     *
     * @throws IllegalStateException if the customer has no such gift card
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changeBalance(String id, String giftCardId, Money change) {
        Customer customer = Customer.byId(id).orElseThrow();
        customer.paymentMethods.replaceAll(
                method -> method.id().equals(giftCardId) ? method.withChangedBalance(change) : method);
    }

    /** The customer is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(String id, Address address) {
        Customer.byId(id).orElseThrow().address = address;
    }

    @Override
    public String emailKey(String email) {
        return Customer.emailKey(email);
    }

    /** In a transaction that may see the customer. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> emailKeyOf(String id) {
        return Customer.byId(id).map(customer -> customer.emailKey);
    }

    @Override
    public Optional<Addressee> byEmailKey(String emailKey) {
        return Customer.byEmailKey(emailKey)
                .map(customer -> new Addressee(customer.id, customer.email, Optional.ofNullable(customer.locale)));
    }

    /** The first {@code count} customers, in import order; for a transaction that may see them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CustomerData> first(int count) {
        return Customer.<Customer>findAll(Sort.by("position")).range(0, count - 1).stream()
                .map(Customer::data)
                .toList();
    }
}
