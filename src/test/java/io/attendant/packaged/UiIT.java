package io.attendant.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.Npm;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The UI's format, lint, types and unit tests, so that one command tests everything. */
class UiIT {
    @Test
    void formatLintAndTypesAreRight() {
        assertThat(Npm.run(Map.of(), "check")).isZero();
    }

    @Test
    void unitTestsPass() {
        assertThat(Npm.run(Map.of(), "test")).isZero();
    }
}
