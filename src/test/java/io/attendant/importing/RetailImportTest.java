package io.attendant.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.importing.rows.ImportKind;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.retail.RetailData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public data set, where it lies beside the project or where {@code RETAIL_DATA} says. */
@QuarkusTest
class RetailImportTest {
    private static final List<ImportKind> FILES = List.of(ImportKind.customers, ImportKind.products, ImportKind.orders);

    @Inject
    Shop shop;

    @Inject
    Importer importer;

    private Path folder;

    @BeforeEach
    void findFiles() {
        folder = RetailData.folder();
        shop.clear();
    }

    @AfterEach
    void clear() {
        shop.clear();
    }

    @Test
    void comesBackRowForRowAndIsUnchangedTheSecondTime() throws IOException {
        long start = System.nanoTime();
        for (ImportKind kind : FILES) {
            Importer.Result result = run(kind);
            assertThat(result.inserted()).isPositive();
            assertThat(result.updated() + result.unchanged()).isZero();
        }
        print("first import", start);

        for (ImportKind kind : FILES) {
            JsonNode file = Shop.parse(Files.readString(file(kind)));
            assertThat(Shop.export(kind.name())).isEqualTo(file);
            JsonNode last = file.get(file.size() - 1);
            assertThat(Shop.export(kind.name(), last.get("id").asText())).isEqualTo(last);
        }

        start = System.nanoTime();
        for (ImportKind kind : FILES) {
            Importer.Result result = run(kind);
            assertThat(result.inserted() + result.updated()).isZero();
            assertThat(result.unchanged()).isPositive();
        }
        print("second import", start);
    }

    private Importer.Result run(ImportKind kind) throws IOException {
        try (InputStream file = Files.newInputStream(file(kind))) {
            return importer.run(kind, file);
        }
    }

    private Path file(ImportKind kind) {
        return folder.resolve(kind.name() + ".json");
    }

    private static void print(String what, long start) {
        System.out.println("retail " + what + ": "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }
}
