package io.attendant.testsupport.retail;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.Attendant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The public retail data set: where {@code RETAIL_DATA} (environment or system property) says, or beside the project. It is
 * never part of it; without it a test is skipped with a loud line, or fails if {@code REQUIRE_RETAIL=1}.
 */
public final class RetailData {
    private RetailData() {}

    public static Path folder() {
        Path folder = Path.of(Optional.ofNullable(System.getProperty("RETAIL_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("RETAIL_DATA")))
                .orElse("../shared/retail"));
        if (!Files.isReadable(folder.resolve("orders.json"))) {
            if ("1".equals(System.getenv("REQUIRE_RETAIL"))) {
                throw new AssertionError("REQUIRE_RETAIL=1, but there is no retail data at " + folder.toAbsolutePath());
            }
            System.out.println(
                    "\n*** SKIPPED: no retail data at " + folder.toAbsolutePath() + "; set RETAIL_DATA ***\n");
            abort("no retail data");
        }
        return folder;
    }

    public static JsonNode read(String name) {
        try {
            return Attendant.JSON.readTree(folder().resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
