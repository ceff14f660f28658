package io.attendant.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ApplicationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CategoriesTest extends ApplicationTest {
    @Test
    void allOfThemAreListedForAnyone() {
        assertThat(attendant.get("/api/products/categories", Map.of()).text()).isEqualTo("[\"Lighting\"]");
    }
}
