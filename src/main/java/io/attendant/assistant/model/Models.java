package io.attendant.assistant.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import io.attendant.assistant.AssistantConfig;
import io.attendant.conversations.ModelCall;
import io.attendant.shared.AnsweringModel;
import io.quarkiverse.langchain4j.ModelName;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The models there are, and which of them is asked first. */
@ApplicationScoped
public class Models implements AnsweringModel {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Inject
    AssistantConfig config;

    @Inject
    @ModelName(GeminiCustomizer.NAME)
    Instance<StreamingChatModel> gemini;

    @ConfigProperty(name = "quarkus.langchain4j.ai.gemini.gemini.api-key")
    Optional<String> geminiKey;

    @ConfigProperty(name = "quarkus.langchain4j.ai.gemini.gemini.chat-model.model-id")
    String geminiId;

    private Optional<OpenAiModel> openAi = Optional.empty();

    /** A choice that can't work is no reason not to start: the local assistant answers. */
    void warnAtStart(@Observes StartupEvent event) {
        if (remoteChosen() && !configured()) {
            Log.warn(
                    openAiChosen()
                            ? "the model openai is chosen but ATTENDANT_OPENAI_MODEL_ID does not name one"
                            : "the model gemini is chosen but GEMINI_API_KEY is empty");
        }
    }

    @PostConstruct
    void build() {
        if (openAiChosen()) {
            openAi = config.openai().modelId().map(id -> new OpenAiModel(config.openai(), id));
        }
    }

    @Override
    public String name() {
        return remoteChosen() && configured() ? remoteName() : ModelCall.LOCAL;
    }

    boolean remoteChosen() {
        return switch (config.model()) {
            case auto -> geminiKey.isPresent();
            case gemini, openai -> true;
            case local -> false;
        };
    }

    private boolean openAiChosen() {
        return config.model() == AssistantConfig.Choice.openai;
    }

    private boolean configured() {
        return openAiChosen() ? openAi.isPresent() : geminiKey.isPresent();
    }

    /**
     * The provider's model.
     *
     * @throws ModelFailure {@link ModelFailure.Kind#DENIED} if its settings are missing
     */
    StreamingChatModel remote() {
        if (!configured()) {
            throw new ModelFailure(ModelFailure.Kind.DENIED);
        }
        return openAiChosen() ? openAi.orElseThrow() : gemini.get();
    }

    String remoteName() {
        return openAiChosen() ? config.openai().modelId().orElse(OpenAiModel.NAME) : geminiId;
    }

    /** For metrics. */
    String provider() {
        return openAiChosen() ? OpenAiModel.NAME : GeminiCustomizer.NAME;
    }

    /** The price of a call to the provider, by the configured table. */
    BigDecimal cost(long inputTokens, long outputTokens) {
        AssistantConfig.Provider prices = openAiChosen() ? config.openai() : config.gemini();
        return price(prices.inputPricePerMillion(), inputTokens)
                .add(price(prices.outputPricePerMillion(), outputTokens));
    }

    private static BigDecimal price(BigDecimal perMillion, long tokens) {
        return perMillion.multiply(BigDecimal.valueOf(tokens)).divide(MILLION, 6, RoundingMode.HALF_UP);
    }
}
