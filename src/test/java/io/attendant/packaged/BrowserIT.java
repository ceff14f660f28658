package io.attendant.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.attendant.testsupport.LocalMind;
import io.attendant.testsupport.Npm;
import io.attendant.testsupport.PackagedApp;
import io.attendant.testsupport.TestDatabase;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, against the packaged application; the screenshots stay under {@code target/screenshots}. */
class BrowserIT {
    private static final Path SCREENSHOTS =
            Path.of(System.getProperty("project.build.directory", "target"), "screenshots");

    /** What a conversation is led through; the other pages and the looks of things don't depend on who answers. */
    private static final List<String> CONVERSATIONS =
            List.of("chat.spec.ts", "actions.spec.ts", "feedback.spec.ts", "keyboard.spec.ts");

    private static String chromium;

    @BeforeAll
    static void findBrowser() {
        chromium = Optional.ofNullable(System.getenv("CHROMIUM_PATH")).orElse("/usr/bin/chromium");
        if (!Files.isExecutable(Path.of(chromium))) {
            if (System.getenv("CI") != null) {
                throw new AssertionError("CI has no browser at " + chromium);
            }
            System.out.println("\n*** SKIPPED: no Chromium at " + chromium + "; set CHROMIUM_PATH ***\n");
            abort("no browser");
        }
    }

    @Test
    void shopperIsServedByTheLocalAssistant() throws Exception {
        try (EmbeddedPostgres database = TestDatabase.start();
                PackagedApp app = PackagedApp.start(PackagedApp.demoOn(database))) {
            assertThat(browse(app, SCREENSHOTS, List.of())).isZero();
            assertThat(SCREENSHOTS.resolve("chat-order.png")).isNotEmptyFile();
        }
    }

    @Test
    void shopperIsServedByGemini() throws Exception {
        try (GeminiEmulator gemini = GeminiEmulator.start();
                EmbeddedPostgres database = TestDatabase.start();
                PackagedApp app = PackagedApp.start(with(gemini, PackagedApp.demoOn(database)))) {
            gemini.script(new LocalMind());

            assertThat(browse(app, SCREENSHOTS.resolve("gemini"), CONVERSATIONS))
                    .isZero();

            assertThat(gemini.violations()).isEmpty();
            assertThat(gemini.requests()).hasSizeGreaterThan(CONVERSATIONS.size());
            // A sentence that is held back, or a call that fails, is followed by the local assistant's own answer.
            assertThat(app.log()).noneMatch(line -> line.contains("held back") || line.contains("model call failed"));
        }
    }

    private static Map<String, String> with(GeminiEmulator gemini, Map<String, String> environment) {
        environment.put("ATTENDANT_MODEL", "gemini");
        environment.put("GEMINI_BASE_URL", gemini.baseUrl());
        environment.put("GEMINI_API_KEY", gemini.apiKey());
        return environment;
    }

    private static int browse(PackagedApp app, Path screenshots, List<String> specs) {
        return Npm.run(
                Map.of(
                        "BASE_URL", app.base().toString(),
                        "CHROMIUM_PATH", chromium,
                        "SCREENSHOT_DIR", screenshots.toAbsolutePath().toString()),
                Stream.concat(Stream.of("e2e", "--"), specs.stream()).toArray(String[]::new));
    }
}
