package io.attendant.orders;

import io.attendant.shared.Ids;
import io.attendant.shared.Json;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.AttributeConverter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the shopper sends back, and where the refund goes when it arrives. */
@RegisterForReflection
@Schema(name = "Return")
public record ReturnRequest(
        @NotNull @Size(max = 500) List<@NotBlank @Size(max = Ids.MAX_LENGTH) String> variantIds,
        @NotBlank @Size(max = Ids.MAX_LENGTH) String paymentMethodId) {

    /** In the export each list of ids is sorted as strings. */
    ReturnRequest sorted() {
        return new ReturnRequest(variantIds.stream().sorted().toList(), paymentMethodId);
    }

    /** As a JSON column. */
    @jakarta.persistence.Converter
    public static class Converter implements AttributeConverter<ReturnRequest, String> {
        @Override
        public String convertToDatabaseColumn(ReturnRequest request) {
            return request == null ? null : Json.write(request);
        }

        @Override
        public ReturnRequest convertToEntityAttribute(String json) {
            return json == null ? null : Json.read(json, ReturnRequest.class);
        }
    }
}
