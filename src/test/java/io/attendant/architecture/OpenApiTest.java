package io.attendant.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The UI's client is generated from the contract that is served; {@code -Dupdate.docs} writes the copy anew. */
@QuarkusTest
class OpenApiTest extends ApplicationTest {
    private static final Path COPY = Path.of("src-ui/openapi.yaml");

    @Test
    void copyForTheUiIsWhatIsServed() throws IOException {
        String served = attendant.get("/q/openapi", Map.of()).text();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(COPY, served);
        }
        assertThat(Files.readString(COPY)).isEqualTo(served);
    }
}
