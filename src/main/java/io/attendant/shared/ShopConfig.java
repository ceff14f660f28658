package io.attendant.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/** The shop that Attendant works for. */
@ConfigMapping(prefix = "attendant.shop")
public interface ShopConfig {
    /** The shop's name, as shoppers know it. */
    @WithDefault("Our shop")
    @NotBlank
    String name();

    /** The ISO 4217 code of all prices. */
    @WithDefault("EUR")
    @Pattern(regexp = "[A-Z]{3}")
    String currency();

    /** The languages of the UI, as BCP 47 tags; the first is the default. */
    @WithDefault("en,de,fr,es,it,pt,nl,pl")
    @NotEmpty
    List<String> locales();

    /** The assistant's name, as shoppers meet it. */
    @WithDefault("Attendant")
    @NotBlank
    String assistantName();

    /**
     * The hosts, besides the page's own, to which an answer may link by {@code https}: names in lower-case ASCII,
     * {@code *.example.com} for all below {@code example.com}. A link to any other is shown as text with its address.
     */
    Optional<
                    List<
                            @Pattern(
                                    regexp =
                                            "(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
                            String>>
            linkHosts();
}
