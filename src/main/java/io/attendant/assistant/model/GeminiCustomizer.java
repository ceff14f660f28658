package io.attendant.assistant.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel.GoogleAiGeminiStreamingChatModelBuilder;
import io.attendant.assistant.AssistantConfig;
import io.quarkiverse.langchain4j.ModelBuilderCustomizer;
import io.quarkiverse.langchain4j.ModelName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Puts our HTTP client under the extension's Gemini model; see {@link GeminiHttp} for why. */
@ApplicationScoped
@ModelName(GeminiCustomizer.NAME)
public class GeminiCustomizer implements ModelBuilderCustomizer<GoogleAiGeminiStreamingChatModelBuilder> {
    /** The model's name in the extension's configuration. */
    static final String NAME = "gemini";

    @Inject
    AssistantConfig config;

    @Override
    public void customize(GoogleAiGeminiStreamingChatModelBuilder builder) {
        builder.httpClientBuilder(new Builder(config.gemini()));
        // Its listeners are told of successes alone, now that failures are thrown; AssistantModel measures both.
        builder.listeners(List.of());
    }

    /** What the model's builder asks for: timeouts are ours, not the library's. */
    private record Builder(AssistantConfig.Gemini config) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return config.connectTimeout();
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return config.idleTimeout();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new GeminiHttp(
                    java.net.http.HttpClient.newBuilder()
                            .connectTimeout(config.connectTimeout())
                            .version(java.net.http.HttpClient.Version.HTTP_1_1)
                            .build(),
                    config.idleTimeout());
        }
    }
}
