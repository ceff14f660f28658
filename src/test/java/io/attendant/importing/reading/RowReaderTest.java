package io.attendant.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.attendant.importing.reading.RowReader.RawRow;
import io.attendant.importing.reading.RowReader.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {
    @Test
    void countsLinesFromOneAndRowsFromZero() throws Exception {
        List<RawRow> rows = read("[{\"id\":1},\n\n  {\"id\":2}, {\n\"id\":3}\n]");

        assertThat(rows).extracting(row -> row.row().line()).containsExactly(1, 3, 3);
        assertThat(rows).extracting(row -> row.row().index()).containsExactly(0, 1, 2);
    }

    @Test
    void anEmptyArrayHasNoRows() throws Exception {
        assertThat(read(" [ ] ")).isEmpty();
    }

    @Test
    void keepsAnAmountAsWritten() throws Exception {
        assertThat(read("[{\"price\":51.00}]")
                        .getFirst()
                        .row()
                        .data()
                        .get("price")
                        .asText())
                .isEqualTo("51.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                    | 1 |   | the file is empty",
                "` `                   | 1 |   | the file is empty",
                "hello                 | 1 |   | not JSON, or the file breaks off",
                "{\"id\":1}            | 1 |   | not a JSON array of objects",
                "17                    | 1 |   | not a JSON array of objects",
                "[                     | 1 |   | not JSON, or the file breaks off",
                "`[\n{\"id\":1},\n{\"i`| 3 | 1 | not JSON, or the file breaks off",
                "`[\n{\"id\":1},\n`    | 3 | 0 | not JSON, or the file breaks off",
                "`[\n{\"id\":1}`       | 2 | 0 | not JSON, or the file breaks off",
                "`[\n{\"id\":1,}]`     | 2 | 0 | not JSON, or the file breaks off",
                "`[\n{\"id\":1}]\n[]`  | 3 | 0 | something follows the end of the array"
            })
    void saysWhereAFileCanNotBeRead(String file, int line, Integer index, String reason) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> read(file))
                .satisfies(
                        e -> assertThat(e.rejection()).isEqualTo(new Rejections.Rejection(line, index, null, reason)));
    }

    @Test
    void aByteThatIsNotUtf8IsFoundInItsLine() {
        String rows = "{\"id\":\"" + "ä".repeat(100) + "\"},\n";
        byte[] file = ("[\n" + rows.repeat(500) + "{\"id\":\"M?ller\"}]").getBytes(StandardCharsets.UTF_8);
        // As ISO-8859-1 writes a "ü".
        file[file.length - 8] = (byte) 0xFC;

        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> read(new ByteArrayInputStream(file)))
                .satisfies(e ->
                        assertThat(e.rejection()).isEqualTo(new Rejections.Rejection(502, 500, null, "not UTF-8")));
    }

    @Test
    void utf16IsRefused() {
        byte[] file = "[{\"id\":\"a\"}]".getBytes(StandardCharsets.UTF_16);

        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(new ByteArrayInputStream(file)));
    }

    @Test
    void charactersBeyondTheBasicPlaneSurviveAnyBufferBoundary() throws Exception {
        String text = "a" + "😀".repeat(20_000);

        assertThat(read("[{\"id\":\"" + text + "\"}]")
                        .getFirst()
                        .row()
                        .data()
                        .get("id")
                        .asText())
                .isEqualTo(text);
    }

    @Test
    void aSenderThatBreaksOffIsNoBadFile() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("[{\"id\":1},".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        assertThatIOException().isThrownBy(() -> read(broken)).withMessage("connection reset");
    }

    private static List<RawRow> read(String file) throws IOException, UnreadableFileException {
        return read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<RawRow> read(InputStream file) throws IOException, UnreadableFileException {
        List<RawRow> rows = new ArrayList<>();
        try (RowReader reader = new RowReader(file)) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
