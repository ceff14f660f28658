package io.attendant.assistant.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.attendant.assistant.AssistantConfig;

/** The model behind an OpenAI-compatible API. Not a bean: the extensions would take it for their own. */
final class OpenAiModel implements StreamingChatModel {
    static final String NAME = "openai";

    private final StreamingChatModel model;

    /** @param modelId the model's name at that server */
    OpenAiModel(AssistantConfig.OpenAi config, String modelId) {
        this.model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(ModelHttp.builder(config, new OpenAiWire()))
                .baseUrl(config.baseUrl())
                // Local servers want none; then no such header is sent.
                .apiKey(config.apiKey().orElse(null))
                .modelName(modelId)
                .build();
    }

    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
        model.chat(
                request.toBuilder()
                        .messages(OpenAiHistory.repaired(request.messages()))
                        .build(),
                handler);
    }
}
