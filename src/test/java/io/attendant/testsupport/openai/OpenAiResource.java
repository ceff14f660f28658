package io.attendant.testsupport.openai;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the application under test be answered by the emulator of an OpenAI-compatible API. */
public class OpenAiResource implements QuarkusTestResourceLifecycleManager {
    private static volatile OpenAiEmulator openAi;

    /** The emulator that the application talks to. */
    public static OpenAiEmulator openAi() {
        return openAi;
    }

    @Override
    public Map<String, String> start() {
        openAi = OpenAiEmulator.start("openai-test-key");
        return Map.of(
                "attendant.assistant.model", "openai",
                "attendant.assistant.openai.base-url", openAi.baseUrl(),
                "attendant.assistant.openai.api-key", openAi.apiKey(),
                "attendant.assistant.openai.model-id", "test-model",
                "attendant.assistant.openai.input-price-per-million", "2",
                "attendant.assistant.openai.output-price-per-million", "10");
    }

    @Override
    public void stop() {
        openAi.close();
    }
}
