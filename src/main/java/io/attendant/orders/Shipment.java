package io.attendant.orders;

import com.fasterxml.jackson.core.type.TypeReference;
import io.attendant.shared.Ids;
import io.attendant.shared.Json;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A parcel of an order.
 *
 * @param variantIds what is in it, once per piece
 * @param expectedAt when the carrier expects to deliver
 * @param events what the carrier reported, oldest first
 */
@RegisterForReflection
@Embeddable
public record Shipment(
        @NotNull @Size(max = 100) @Column(name = "tracking_numbers", columnDefinition = "text[]")
        List<@NotBlank @Size(max = 200) String> trackingNumbers,

        @NotNull @Size(max = 500) @Column(name = "variant_ids", columnDefinition = "text[]")
        List<@NotBlank @Size(max = Ids.MAX_LENGTH) String> variantIds,

        @Size(max = 100) String carrier,
        @Enumerated(EnumType.STRING) Status status,
        @Column(name = "expected_at") Instant expectedAt,

        @Size(max = 500) @Convert(converter = EventsConverter.class)
        List<@NotNull @Valid Event> events) {

    /** Where a parcel is. */
    @Schema(name = "ShipmentStatus")
    public enum Status {
        label_created,
        in_transit,
        out_for_delivery,
        delivered,
        delayed,
        returned
    }

    /** One report of the carrier. */
    @Schema(name = "ShipmentEvent")
    public record Event(
            @NotNull Instant at,
            @NotBlank @Size(max = 100) String status,
            @Size(max = 200) String location,
            @Size(max = 2000) String text) {}

    /** The carrier's reports as one JSON column: they are only ever read as a whole. */
    @jakarta.persistence.Converter
    public static class EventsConverter implements AttributeConverter<List<Event>, String> {
        private static final TypeReference<List<Event>> TYPE = new TypeReference<>() {};

        @Override
        public String convertToDatabaseColumn(List<Event> events) {
            return events == null ? null : Json.write(events);
        }

        @Override
        public List<Event> convertToEntityAttribute(String json) {
            return json == null ? null : Json.read(json, TYPE.getType());
        }
    }
}
