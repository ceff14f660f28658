package io.attendant.catalog;

import io.attendant.shared.Ids;
import io.attendant.shared.Money;
import io.attendant.shared.OptionsConverter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * One thing that can be bought: a product in one choice of its options.
 *
 * @param available whether it can be bought now; {@code stock} may be unknown
 * @param price today's price
 */
@RegisterForReflection
@Embeddable
public record Variant(
        @NotBlank @Size(max = Ids.MAX_LENGTH) String id,

        @NotNull @Size(max = 50) @Convert(converter = OptionsConverter.class)
        Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 500) String> options,

        @NotNull Boolean available,
        @PositiveOrZero Integer stock,
        @NotNull Money price) {

    /** Whether it can be bought now, as far as the shop knows. */
    public boolean inStock() {
        return available && (stock == null || stock > 0);
    }
}
