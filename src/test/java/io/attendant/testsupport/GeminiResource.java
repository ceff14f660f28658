package io.attendant.testsupport;

import io.attendant.testsupport.gemini.GeminiEmulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test the emulator as its Gemini. One emulator serves all tests of a run. */
public class GeminiResource implements QuarkusTestResourceLifecycleManager {
    private static volatile GeminiEmulator gemini;

    /** The emulator that the application talks to. */
    public static GeminiEmulator gemini() {
        return gemini;
    }

    @Override
    public Map<String, String> start() {
        gemini = GeminiEmulator.start();
        return Map.of(
                "quarkus.langchain4j.ai.gemini.gemini.base-url", gemini.baseUrl(),
                "quarkus.langchain4j.ai.gemini.gemini.api-key", gemini.apiKey());
    }

    @Override
    public void stop() {
        gemini.close();
    }
}
