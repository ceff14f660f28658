package io.attendant.assistant.model;

import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel.GoogleAiGeminiStreamingChatModelBuilder;
import io.attendant.assistant.AssistantConfig;
import io.quarkiverse.langchain4j.ModelBuilderCustomizer;
import io.quarkiverse.langchain4j.ModelName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Puts our HTTP client under the extension's Gemini model; see {@link ModelHttp} for why. */
@ApplicationScoped
@ModelName(GeminiCustomizer.NAME)
public class GeminiCustomizer implements ModelBuilderCustomizer<GoogleAiGeminiStreamingChatModelBuilder> {
    /** The model's name in the extension's configuration. */
    static final String NAME = "gemini";

    @Inject
    AssistantConfig config;

    @Override
    public void customize(GoogleAiGeminiStreamingChatModelBuilder builder) {
        builder.httpClientBuilder(ModelHttp.builder(config.gemini(), new GeminiWire()));
        // Its listeners are told of successes alone, now that failures are thrown; ModelCalls measures both.
        builder.listeners(List.of());
    }
}
