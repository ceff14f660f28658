package io.attendant.knowledge;

import io.attendant.shared.Ids;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A help article as imported, exported and shown.
 *
 * @param id ends in the language, as "returns.de" does, where it is a version of the article "returns"
 * @param locale the language it is written in, as a BCP 47 tag
 * @param body Markdown
 */
@RegisterForReflection
@Schema(name = "Article")
public record ArticleData(
        @NotBlank @Size(max = Ids.MAX_LENGTH) String id,

        @NotNull @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,5}")
        String locale,

        @NotBlank @Size(max = 300) String title,
        @NotNull @Size(max = 100_000) String body,
        @Size(max = 100) List<@NotBlank @Size(max = 100) String> tags,
        Instant updatedAt) {}
