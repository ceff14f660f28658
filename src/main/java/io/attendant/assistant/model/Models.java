package io.attendant.assistant.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import io.attendant.assistant.AssistantConfig;
import io.attendant.assistant.local.LocalModel;
import io.attendant.shared.AnsweringModel;
import io.quarkiverse.langchain4j.ModelName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The models there are, and which of them is asked first. */
@ApplicationScoped
public class Models implements AnsweringModel {
    public static final String LOCAL = "local";
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Inject
    AssistantConfig config;

    @Inject
    @ModelName(GeminiCustomizer.NAME)
    Instance<StreamingChatModel> gemini;

    @Inject
    LocalModel local;

    @ConfigProperty(name = "quarkus.langchain4j.ai.gemini.gemini.api-key")
    Optional<String> geminiKey;

    @ConfigProperty(name = "quarkus.langchain4j.ai.gemini.gemini.chat-model.model-id")
    String geminiId;

    @Override
    public String name() {
        return geminiChosen() ? geminiId : LOCAL;
    }

    boolean geminiChosen() {
        return switch (config.model()) {
            case auto -> geminiKey.isPresent();
            case gemini -> true;
            case local -> false;
        };
    }

    StreamingChatModel gemini() {
        return gemini.get();
    }

    StreamingChatModel local() {
        return local;
    }

    /** The price of a call to Gemini, by the configured table. */
    BigDecimal geminiCost(long inputTokens, long outputTokens) {
        return price(config.gemini().inputPricePerMillion(), inputTokens)
                .add(price(config.gemini().outputPricePerMillion(), outputTokens));
    }

    private static BigDecimal price(BigDecimal perMillion, long tokens) {
        return perMillion.multiply(BigDecimal.valueOf(tokens)).divide(MILLION, 6, RoundingMode.HALF_UP);
    }
}
