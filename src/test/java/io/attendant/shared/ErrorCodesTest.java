package io.attendant.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of codes in the docs is the enum's; {@code -Dupdate.docs} writes it anew. */
class ErrorCodesTest {
    private static final Path DOCUMENT = Path.of("docs/error-codes.md");

    @Test
    void tableInTheDocsIsComplete() throws IOException {
        String table = "# Error codes\n\n"
                + "Every problem document (`application/problem+json`), refused tool call and failed turn carries one of these"
                + " codes.\nGenerated from `ErrorCode` by `ErrorCodesTest`; do not edit.\n\n"
                + "| status | code | message |\n|---|---|---|\n"
                + Arrays.stream(ErrorCode.values())
                        .sorted(Comparator.comparingInt(ErrorCode::status).thenComparing(ErrorCode::code))
                        .map(code -> "| %d | `%s` | %s |%n".formatted(code.status(), code.code(), code.message()))
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, table);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(table);
    }
}
