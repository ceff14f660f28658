package io.attendant.ops;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The chat on other people's pages. */
@ConfigMapping(prefix = "attendant.widget")
public interface WidgetConfig {
    /**
     * The origins whose pages may embed the chat, such as {@code https://www.example.com}; {@code https://*.example.com} is all
     * below {@code example.com}. The server's own origin always may. Default: none.
     */
    Optional<List<String>> allowedOrigins();
}
