package io.attendant.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingRulesTest {
    private static WidgetConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(WidgetConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(WidgetConfig.class);
    }

    private static EmbeddingRules allowing(String... origins) {
        return new EmbeddingRules(() -> Optional.of(List.of(origins)));
    }

    @Test
    void nobodyElseByDefault() {
        assertThat(config(Map.of()).allowedOrigins()).isEmpty();
        assertThat(new EmbeddingRules(config(Map.of())).problems()).isEmpty();
    }

    @Test
    void everyKey() {
        assertThat(config(Map.of("attendant.widget.allowed-origins", "https://a.example,https://*.b.example"))
                        .allowedOrigins()
                        .orElseThrow())
                .containsExactly("https://a.example", "https://*.b.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https:",
                "https://*",
                "www.example.com",
                "'none'",
                "https://www.example.com/shop",
                "https://www.example.com; script-src *",
                "https://www.example.com https://other.example",
                "javascript://www.example.com",
                "https://shopper@www.example.com",
                "https://www.example.com\r\nX-Other: 1"
            })
    void whatIsNoOriginIsRefusedInEveryProfile(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> allowing("https://good.example", origin))
                .withMessageContaining(origin)
                .withMessageNotContaining("good.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example.com",
                "http://localhost:*",
                "https://www.example.com:*",
                "https://*.com",
                "https://*.com:8443"
            })
    void unsafeOriginsAreRefusedInProduction(String origin) {
        assertThat(allowing("https://good.example", origin).problems())
                .singleElement()
                .asString()
                .contains(origin);
    }

    @Test
    void originsOfTheShopAreSafe() {
        assertThat(allowing("https://www.example.com", "https://*.example.com", "https://example.com:8443")
                        .problems())
                .isEmpty();
    }
}
