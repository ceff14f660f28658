package io.attendant.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attendant.assistant.AssistantConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which model answers, by what is configured. */
class ModelsTest {
    private static final String PREFIX = "attendant.assistant.";

    private static Models models(String choice, String geminiKey, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        more.forEach((key, value) -> settings.put(PREFIX + key, value));
        settings.put(PREFIX + "model", choice);
        Models models = new Models();
        models.config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AssistantConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(AssistantConfig.class);
        models.geminiKey = Optional.ofNullable(geminiKey);
        models.geminiId = "gemini-x";
        models.build();
        return models;
    }

    private static void assertLocalInItsPlace(Models models) {
        assertThat(models.name()).isEqualTo("local");
        // Chosen all the same, so that turns say that they are degraded.
        assertThat(models.remoteChosen()).isTrue();
        assertThatThrownBy(models::remote)
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.DENIED));
    }

    @Test
    void autoIsGeminiWithAKeyElseLocal() {
        assertThat(models("auto", "key", Map.of()).name()).isEqualTo("gemini-x");
        assertThat(models("auto", null, Map.of()).name()).isEqualTo("local");
        assertThat(models("auto", null, Map.of("openai.api-key", "key", "openai.model-id", "m"))
                        .remoteChosen())
                .isFalse();
    }

    @Test
    void localIsLocalWhateverKeysThereAre() {
        Models models = models("local", "key", Map.of("openai.api-key", "key", "openai.model-id", "m"));

        assertThat(models.name()).isEqualTo("local");
        assertThat(models.remoteChosen()).isFalse();
    }

    @Test
    void geminiWithoutAKeyIsAnsweredForByTheLocalAssistant() {
        assertLocalInItsPlace(models("gemini", null, Map.of()));
        assertThat(models("gemini", "key", Map.of()).provider()).isEqualTo("gemini");
    }

    @Test
    void openAiNeedsAModelIdButNoKey() {
        assertLocalInItsPlace(models("openai", "key", Map.of("openai.api-key", "key")));

        Models models = models("openai", null, Map.of("openai.model-id", "m"));
        assertThat(models.name()).isEqualTo("m");
        assertThat(models.remoteName()).isEqualTo("m");
        assertThat(models.provider()).isEqualTo("openai");
        assertThat(models.remote()).isInstanceOf(OpenAiModel.class);
    }

    @Test
    void costFollowsTheChosenProvidersPrices() {
        Map<String, String> prices = Map.of(
                "openai.model-id", "m",
                "openai.input-price-per-million", "2",
                "openai.output-price-per-million", "10",
                "gemini.input-price-per-million", "100");

        assertThat(models("openai", null, prices).cost(240, 60)).isEqualByComparingTo(new BigDecimal("0.00108"));
        assertThat(models("gemini", "key", prices).cost(10_000, 60)).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void unknownChoiceIsRefused() {
        assertThatThrownBy(() -> models("openia", "key", Map.of())).hasMessageContaining("openia");
    }
}
