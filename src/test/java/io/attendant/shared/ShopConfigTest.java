package io.attendant.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopConfigTest {
    private static ShopConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ShopConfig.class)
                .withValidator(new BeanValidationConfigValidatorImpl())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(ShopConfig.class);
    }

    @Test
    void defaults() {
        ShopConfig shop = config(Map.of());

        assertThat(shop.name()).isEqualTo("Our shop");
        assertThat(shop.currency()).isEqualTo("EUR");
        assertThat(shop.locales()).containsExactly("en", "de", "fr", "es", "it", "pt", "nl", "pl");
        assertThat(shop.assistantName()).isEqualTo("Attendant");
        assertThat(shop.linkHosts()).isEmpty();
    }

    @Test
    void everyKey() {
        ShopConfig shop = config(Map.of(
                "attendant.shop.name", "Juniper & Finch",
                "attendant.shop.currency", "PLN",
                "attendant.shop.locales", "pl,en",
                "attendant.shop.assistant-name", "Robin",
                "attendant.shop.link-hosts", "shop.example,*.carrier.example,xn--bcher-kva.example"));

        assertThat(shop.name()).isEqualTo("Juniper & Finch");
        assertThat(shop.currency()).isEqualTo("PLN");
        assertThat(shop.locales()).containsExactly("pl", "en");
        assertThat(shop.assistantName()).isEqualTo("Robin");
        assertThat(shop.linkHosts().orElseThrow())
                .containsExactly("shop.example", "*.carrier.example", "xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "shop.example/path",
                "shop.example:8443",
                "Shop.example",
                "*",
                "*.com.",
                "shop.*",
                "bücher.example",
                "user@shop.example",
                "localhost",
                "10.0.0.1",
                "-a.example",
                "ok.example,bad host"
            })
    void whatIsNoHostIsRefused(String hosts) {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> config(Map.of("attendant.shop.link-hosts", hosts)));
    }
}
