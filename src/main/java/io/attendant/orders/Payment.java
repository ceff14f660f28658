package io.attendant.orders;

import io.attendant.shared.Ids;
import io.attendant.shared.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money that moved for an order.
 *
 * @param amount never negative; the direction is the type
 */
@RegisterForReflection
@Embeddable
public record Payment(
        @NotNull @Enumerated(EnumType.STRING) Type type,
        @NotNull Money amount,

        @NotBlank @Size(max = Ids.MAX_LENGTH) @Column(name = "payment_method_id")
        String paymentMethodId) {

    /** The direction: from the shopper, or back to the shopper. */
    @Schema(name = "PaymentType")
    public enum Type {
        payment,
        refund
    }
}
