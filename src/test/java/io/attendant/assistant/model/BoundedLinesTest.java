package io.attendant.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLinesTest {
    private final AtomicInteger heard = new AtomicInteger();

    private List<String> lines(InputStream source) throws IOException {
        var lines = new BoundedLines(source, heard::incrementAndGet);
        List<String> all = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        assertThat(lines.next()).isNull();
        return all;
    }

    private static InputStream of(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesEndWithOrWithoutCarriageReturn() throws IOException {
        assertThat(lines(of("a\r\n\r\nb\n\nc\rd"))).containsExactly("a", "", "b", "", "c\rd");
    }

    @Test
    void nothingIsNoLine() throws IOException {
        assertThat(lines(of(""))).isEmpty();
        assertThat(heard).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {8190, 8191, 8192, 8193, 16384, 100_000})
    void linesMayBeLongerThanWhatIsReadAtOnce(int length) throws IOException {
        String line = "ä".repeat(length);

        assertThat(lines(of(line + "\r\n" + line + "\n"))).containsExactly(line, line);
        assertThat(heard.get()).isGreaterThan(1);
    }

    @Test
    void lineOfTheGreatestLengthIsRead() throws IOException {
        String line = "x".repeat(BoundedLines.MAX_LINE_CHARS);

        assertThat(lines(of(line + "\nend"))).containsExactly(line, "end");
        assertTooLong(of(line + "x\nend"));
    }

    @Test
    void endlessLineIsNotHeldInMemory() {
        AtomicInteger given = new AtomicInteger();
        assertTooLong(new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                given.addAndGet(length);
                Arrays.fill(into, offset, offset + length, (byte) 'x');
                return length;
            }
        });
        assertThat(given.get()).isLessThan(BoundedLines.MAX_LINE_CHARS + 100_000);
    }

    @Test
    void manyShortLinesAreBoundedToo() {
        assertTooLong(of("x\n".repeat(BoundedLines.MAX_ANSWER_CHARS / 2 + 1)));
    }

    private void assertTooLong(InputStream source) {
        assertThatThrownBy(() -> lines(source))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.TOO_LONG));
    }
}
