package io.attendant.assistant.model;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.AssistantConfig;
import io.attendant.assistant.Turns;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What came of one question to a provider, asked as in a turn. */
record Asked(String text, ChatResponse response, RuntimeException failure) {

    /** Timeouts for tests: long enough not to matter, unless a test is about them. */
    record Settings(Duration connectTimeout, Duration idleTimeout, String baseUrl, Optional<String> apiKey)
            implements AssistantConfig.OpenAi {
        static final Settings PATIENT =
                new Settings(Duration.ofSeconds(5), Duration.ofSeconds(20), "", Optional.empty());

        Settings idle(Duration idle) {
            return new Settings(connectTimeout, idle, baseUrl, apiKey);
        }

        @Override
        public Optional<String> modelId() {
            return Optional.of("test-model");
        }

        @Override
        public BigDecimal inputPricePerMillion() {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal outputPricePerMillion() {
            return BigDecimal.ZERO;
        }
    }

    static StreamingChatModel openAi(String baseUrl, String apiKey, Settings settings) {
        return new OpenAiModel(
                new Settings(settings.connectTimeout(), settings.idleTimeout(), baseUrl, Optional.ofNullable(apiKey)),
                "test-model");
    }

    static StreamingChatModel gemini(String baseUrl, String apiKey, Settings settings) {
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(ModelHttp.builder(settings, new GeminiWire()))
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .modelName("gemini-3.8-flash")
                .returnThinking(true)
                .sendThinking(true)
                .build();
    }

    static Asked of(StreamingChatModel model) {
        return of(model, Turns.of(Duration.ofSeconds(30)), piece -> {});
    }

    static Asked of(StreamingChatModel model, AnswerTurn turn, Consumer<String> listener) {
        return of(
                model, ChatRequest.builder().messages(UserMessage.from("Hello")).build(), turn, listener);
    }

    static Asked of(StreamingChatModel model, ChatRequest request, AnswerTurn turn, Consumer<String> listener) {
        StringBuilder text = new StringBuilder();
        ChatResponse[] response = new ChatResponse[1];
        RuntimeException[] failure = new RuntimeException[1];
        Turns.answering(turn, () -> {
            try {
                response[0] = StreamedAnswer.of(
                        model,
                        request,
                        piece -> {
                            text.append(piece);
                            listener.accept(piece);
                        },
                        turn::closeUpstream);
            } catch (RuntimeException e) {
                failure[0] = e;
            }
        });
        return new Asked(text.toString(), response[0], failure[0]);
    }

    ModelFailure modelFailure() {
        return (ModelFailure) failure;
    }
}
