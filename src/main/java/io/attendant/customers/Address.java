package io.attendant.customers;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A postal address. Parts that a country doesn't use are empty, never absent. */
@RegisterForReflection
@Embeddable
public record Address(
        @NotNull @Size(max = 200) String line1,
        @NotNull @Size(max = 200) String line2,
        @NotNull @Size(max = 200) String city,
        @NotNull @Size(max = 200) String state,

        @NotNull @Size(max = 200) @Column(name = "postal_code")
        String postalCode,

        @NotNull @Size(max = 200) String country) {}
