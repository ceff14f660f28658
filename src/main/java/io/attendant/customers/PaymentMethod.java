package io.attendant.customers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.attendant.shared.Ids;
import io.attendant.shared.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A way a shopper pays. Only what people need to recognise it is kept, never a number that pays.
 *
 * @param balance what a gift card still holds; absent on every other kind
 */
@RegisterForReflection
@Embeddable
public record PaymentMethod(
        @NotBlank @Size(max = Ids.MAX_LENGTH) String id,
        @NotNull @Enumerated(EnumType.STRING) Kind kind,
        @Size(max = 100) String brand,

        @Pattern(regexp = "[0-9]{4}") @Column(name = "last_four")
        String lastFour,

        Money balance) {

    @JsonIgnore
    public boolean isGiftCard() {
        return kind == Kind.gift_card;
    }

    PaymentMethod withChangedBalance(Money change) {
        if (!isGiftCard()) {
            throw new IllegalStateException("only gift cards have a balance");
        }
        return new PaymentMethod(id, kind, brand, lastFour, balance.plus(change));
    }

    /** The kinds of payment method, by their names on the wire. */
    @Schema(name = "PaymentMethodKind")
    public enum Kind {
        credit_card,
        paypal,
        gift_card
    }
}
