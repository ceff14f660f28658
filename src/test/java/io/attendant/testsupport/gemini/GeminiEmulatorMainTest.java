package io.attendant.testsupport.gemini;

import static io.attendant.testsupport.gemini.EmulatorClient.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeminiEmulatorMainTest {

    @Test
    void readsOptions() {
        String[] args = {"--port", "8089", "--error-rate", "0.5"};

        assertThat(GeminiEmulatorMain.parse(args)).isEqualTo(Map.of("port", "8089", "error-rate", "0.5"));
        assertThatThrownBy(() -> GeminiEmulatorMain.parse(new String[] {"--prot", "1"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--prot");
        assertThatThrownBy(() -> GeminiEmulatorMain.parse(new String[] {"--port"}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GeminiEmulatorMain.start(Map.of("error-rate", "2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsTheEnvironmentToUse() {
        try (GeminiEmulator emulator = GeminiEmulatorMain.start(Map.of("port", "0"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            GeminiEmulatorMain.announce(emulator, "gemini-3.8-flash", new PrintStream(out));

            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .contains(
                            "GEMINI_BASE_URL=" + emulator.baseUrl(),
                            "GEMINI_API_KEY=" + emulator.apiKey(),
                            "ATTENDANT_GEMINI_MODEL_ID=gemini-3.8-flash");
        }
    }

    @Test
    void errorsFollowFromTheSeed() throws Exception {
        List<Integer> first = statuses();

        assertThat(first).contains(200).anyMatch(status -> status >= 429);
        assertThat(statuses()).isEqualTo(first);
    }

    private static List<Integer> statuses() throws Exception {
        Map<String, String> options = Map.of("port", "0", "error-rate", "0.5", "seed", "3");
        try (GeminiEmulator emulator = GeminiEmulatorMain.start(options);
                EmulatorClient client = new EmulatorClient(emulator)) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                statuses.add(client.generate(says("Hello")).statusCode());
            }
            return statuses;
        }
    }
}
