package io.attendant.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.attendant.customers.Address;
import io.attendant.shared.Ids;
import io.attendant.shared.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An order as imported, exported, shown on cards and given to the model.
 *
 * @param itemsModified true after the one change of items; absent otherwise
 */
@RegisterForReflection
@Schema(name = "Order")
public record OrderData(
        @NotBlank @Size(max = Ids.MAX_LENGTH) String id,
        @NotBlank @Size(max = Ids.MAX_LENGTH) String customerId,
        @NotNull OrderStatus status,
        Instant placedAt,
        @Pattern(regexp = "[A-Z]{3}") String currency,
        @Size(max = 10_000) String note,
        @NotNull @Valid Address shippingAddress,
        @NotNull @Size(max = 500) List<@NotNull @Valid OrderItem> items,
        @NotNull @Size(max = 500) List<@NotNull @Valid Shipment> shipments,
        @NotNull @Size(max = 500) List<@NotNull @Valid Payment> payments,
        CancelReason cancelReason,
        Boolean itemsModified,
        @JsonProperty("return") @Valid ReturnRequest returnRequest,
        @JsonProperty("exchange") @Valid ExchangeRequest exchangeRequest) {

    /** What all items cost together, as they were bought. */
    public Money total() {
        return Money.sum(items.stream().map(OrderItem::price).toList());
    }

    /** As an export writes it: ids asked back are sorted, and what is false is absent. */
    public OrderData canonical() {
        return new OrderData(
                id,
                customerId,
                status,
                placedAt,
                currency,
                note,
                shippingAddress,
                items,
                shipments,
                payments,
                cancelReason,
                Boolean.TRUE.equals(itemsModified) ? true : null,
                returnRequest == null ? null : returnRequest.sorted(),
                exchangeRequest == null ? null : exchangeRequest.sorted());
    }

    /** Why an order was cancelled. */
    public enum CancelReason {
        NO_LONGER_NEEDED,
        ORDERED_BY_MISTAKE;

        static Optional<CancelReason> named(String name) {
            return Arrays.stream(values())
                    .filter(reason -> reason.name().equals(name))
                    .findFirst();
        }
    }
}
