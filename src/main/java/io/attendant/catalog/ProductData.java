package io.attendant.catalog;

import io.attendant.shared.Ids;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product as imported, exported and shown.
 *
 * @param imageUrl an address of a picture, absolute or on this server
 */
@RegisterForReflection
@Schema(name = "Product")
public record ProductData(
        @NotBlank @Size(max = Ids.MAX_LENGTH) String id,
        @NotBlank @Size(max = 300) String name,
        @Size(max = 100) String category,
        @Size(max = 20_000) String description,

        @Pattern(regexp = "(https?://|/)\\S+") @Size(max = 2000)
        String imageUrl,

        @Size(max = 100) List<@NotBlank @Size(max = 100) String> tags,
        @NotNull @Size(max = 1000) List<@NotNull @Valid Variant> variants) {}
