package io.attendant.orders;

import io.attendant.shared.Ids;
import io.attendant.shared.Json;
import io.attendant.shared.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.AttributeConverter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the shopper wants other variants for. The n-th new variant is for the n-th old one; the export sorts each list on its
 * own.
 *
 * @param priceDifference new catalogue prices less the order's line prices; negative is a refund. Due when the parcel is back.
 */
@RegisterForReflection
@Schema(name = "Exchange")
public record ExchangeRequest(
        @NotNull @Size(max = 500) List<@NotBlank @Size(max = Ids.MAX_LENGTH) String> variantIds,
        @NotNull @Size(max = 500) List<@NotBlank @Size(max = Ids.MAX_LENGTH) String> newVariantIds,
        @NotBlank @Size(max = Ids.MAX_LENGTH) String paymentMethodId,
        @NotNull Money priceDifference) {

    ExchangeRequest sorted() {
        return new ExchangeRequest(
                variantIds.stream().sorted().toList(),
                newVariantIds.stream().sorted().toList(),
                paymentMethodId,
                priceDifference);
    }

    /** As a JSON column. */
    @jakarta.persistence.Converter
    public static class Converter implements AttributeConverter<ExchangeRequest, String> {
        @Override
        public String convertToDatabaseColumn(ExchangeRequest request) {
            return request == null ? null : Json.write(request);
        }

        @Override
        public ExchangeRequest convertToEntityAttribute(String json) {
            return json == null ? null : Json.read(json, ExchangeRequest.class);
        }
    }
}
