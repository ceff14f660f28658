package io.attendant.importing.rows;

import io.attendant.customers.Customer;
import io.attendant.customers.CustomerData;
import io.attendant.customers.PaymentMethod;
import io.attendant.importing.reading.FieldErrors;
import io.attendant.importing.reading.FieldPath;
import io.attendant.shared.ErrorCode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Customers in files. */
final class CustomerRows extends Rows<Customer, CustomerData> {
    @Override
    public Class<CustomerData> type() {
        return CustomerData.class;
    }

    @Override
    public ErrorCode notFound() {
        return ErrorCode.CUSTOMER_NOT_FOUND;
    }

    @Override
    public String id(CustomerData data) {
        return data.id();
    }

    @Override
    public Customer create() {
        return new Customer();
    }

    @Override
    public void replace(Customer entity, CustomerData data) {
        entity.replace(data);
    }

    @Override
    public CustomerData data(Customer entity) {
        return entity.data();
    }

    @Override
    public long position(Customer entity) {
        return entity.position;
    }

    @Override
    public Optional<Customer> byId(String id) {
        return Customer.byId(id);
    }

    @Override
    public List<Customer> lock(Collection<String> ids) {
        return Customer.lock(ids);
    }

    @Override
    public List<Customer> after(long position, int limit) {
        return Customer.after(position, limit);
    }

    @Override
    public void check(CustomerData data, FieldErrors errors) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < data.paymentMethods().size(); i++) {
            PaymentMethod method = data.paymentMethods().get(i);
            String field = FieldPath.element("paymentMethods", i);
            if (!seen.add(method.id())) {
                errors.add(field + ".id", "is given twice for this customer");
            }
            boolean giftCard = method.kind() == PaymentMethod.Kind.gift_card;
            if (giftCard != (method.balance() != null)) {
                errors.add(field + ".balance", giftCard ? "is missing on a gift card" : "is for gift cards only");
            }
            errors.requireNotNegative(method.balance(), field + ".balance");
        }
    }
}
