package io.attendant.customers;

import io.attendant.shared.OptionsConverter;
import io.attendant.shared.SearchText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;

/** A customer of the shop, with the ways they pay. */
@Entity
@Table(name = "customers")
public class Customer extends PanacheEntityBase {
    @Id
    public String id;

    @Column(insertable = false, updatable = false)
    public Long position;

    public String email;

    @Column(name = "email_key")
    public String emailKey;

    @Column(name = "first_name")
    public String firstName;

    @Column(name = "last_name")
    public String lastName;

    @Embedded
    public Address address;

    public String phone;
    public String locale;

    @Convert(converter = OptionsConverter.class)
    public Map<String, String> preferences;

    @ElementCollection
    @CollectionTable(name = "payment_methods", joinColumns = @JoinColumn(name = "customer_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 500)
    public List<PaymentMethod> paymentMethods = new ArrayList<>();

    public static Optional<Customer> byId(String id) {
        return findByIdOptional(id);
    }

    static String emailKey(String email) {
        return SearchText.fold(email.strip());
    }

    /** The one that was imported last, where several share the address. */
    static Optional<Customer> byEmailKey(String emailKey) {
        return find("emailKey = ?1 order by position desc", emailKey).firstResultOptional();
    }

    /** These customers, locked until the transaction ends. */
    public static List<Customer> lock(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Which of these customers there are. */
    public static Set<String> knownIds(Collection<String> ids) {
        return Set.copyOf(find("select id from Customer where id in ?1", ids)
                .project(String.class)
                .list());
    }

    /** The next customers in the order they were imported. */
    public static List<Customer> after(long position, int limit) {
        return find("position > ?1 order by position", position).page(0, limit).list();
    }

    /** Takes every field of {@code data}; what it leaves out is cleared. */
    public void replace(CustomerData data) {
        id = data.id();
        email = data.email();
        emailKey = emailKey(data.email());
        firstName = data.firstName();
        lastName = data.lastName();
        address = data.address();
        phone = data.phone();
        locale = data.locale();
        preferences = data.preferences();
        paymentMethods = new ArrayList<>(data.paymentMethods());
    }

    public CustomerData data() {
        return new CustomerData(
                id, email, firstName, lastName, address, List.copyOf(paymentMethods), phone, locale, preferences);
    }
}
