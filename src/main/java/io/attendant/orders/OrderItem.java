package io.attendant.orders;

import io.attendant.shared.Ids;
import io.attendant.shared.Money;
import io.attendant.shared.OptionsConverter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** One piece of an order, as it was when it was bought; the catalogue may have changed since. */
@RegisterForReflection
@Embeddable
public record OrderItem(
        @NotBlank @Size(max = Ids.MAX_LENGTH) @Column(name = "product_id")
        String productId,

        @NotBlank @Size(max = Ids.MAX_LENGTH) @Column(name = "variant_id")
        String variantId,

        @NotBlank @Size(max = 300) String name,

        @NotNull @Size(max = 50) @Convert(converter = OptionsConverter.class)
        Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 500) String> options,

        @NotNull Money price) {}
