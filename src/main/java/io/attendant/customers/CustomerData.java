package io.attendant.customers;

import io.attendant.shared.Ids;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A customer as imported, exported and shown to that customer.
 *
 * @param locale the language this customer likes to read, as a BCP 47 tag
 */
@RegisterForReflection
@Schema(name = "Customer")
public record CustomerData(
        @NotBlank @Size(max = Ids.MAX_LENGTH) String id,
        @NotBlank @Size(max = 254) String email,
        @NotNull @Size(max = 200) String firstName,
        @NotNull @Size(max = 200) String lastName,
        @NotNull @Valid Address address,
        @NotNull @Size(max = 100) List<@NotNull @Valid PaymentMethod> paymentMethods,
        @Size(max = 50) String phone,

        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,5}")
        String locale,

        @Size(max = 100) Map<@NotBlank @Size(max = 200) String, @NotNull @Size(max = 1000) String> preferences) {

    /** A way this customer pays, by its id. */
    public Optional<PaymentMethod> paymentMethod(String methodId) {
        return paymentMethods.stream()
                .filter(method -> method.id().equals(methodId))
                .findFirst();
    }
}
