package io.attendant.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.attendant.testsupport.Npm;
import io.attendant.testsupport.PackagedApp;
import io.attendant.testsupport.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, against the packaged application; the screenshots stay under {@code target/screenshots}. */
class BrowserIT {
    private static final Path SCREENSHOTS =
            Path.of(System.getProperty("project.build.directory", "target"), "screenshots");

    @Test
    void shopperIsServedInARealBrowser() throws Exception {
        String chromium = Optional.ofNullable(System.getenv("CHROMIUM_PATH")).orElse("/usr/bin/chromium");
        if (!Files.isExecutable(Path.of(chromium))) {
            if (System.getenv("CI") != null) {
                throw new AssertionError("CI has no browser at " + chromium);
            }
            System.out.println("\n*** SKIPPED: no Chromium at " + chromium + "; set CHROMIUM_PATH ***\n");
            abort("no browser");
        }
        try (EmbeddedPostgres database = TestDatabase.start();
                PackagedApp app = PackagedApp.start(PackagedApp.demoOn(database))) {
            int exit = Npm.run(
                    Map.of(
                            "BASE_URL", app.base().toString(),
                            "CHROMIUM_PATH", chromium,
                            "SCREENSHOT_DIR", SCREENSHOTS.toAbsolutePath().toString()),
                    "e2e");
            assertThat(exit).isZero();
            assertThat(SCREENSHOTS.resolve("chat-order.png")).isNotEmptyFile();
        }
    }
}
