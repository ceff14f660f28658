package io.attendant.assistant.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The lines of an answer as they come in, up to the length that answers have: a line without an end can't fill the memory. */
final class BoundedLines {
    /** Far above the longest answer a model may give; a stream that goes on beyond it is not one. */
    static final int MAX_ANSWER_CHARS = 4_000_000;

    /** Far above the longest piece in which models send their answers. */
    static final int MAX_LINE_CHARS = 1_000_000;

    private final Reader source;
    private final Runnable heard;
    private final char[] buffer = new char[8192];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int limit;
    private int read;

    /** @param heard is run whenever something has come in */
    BoundedLines(InputStream source, Runnable heard) {
        this.source = new InputStreamReader(source, StandardCharsets.UTF_8);
        this.heard = heard;
    }

    /**
     * The next line, without its end; null after the last.
     *
     * @throws ModelFailure {@link ModelFailure.Kind#TOO_LONG}
     */
    String next() throws IOException {
        while (true) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, position, end - position);
            if (line.length() > MAX_LINE_CHARS) {
                throw new ModelFailure(ModelFailure.Kind.TOO_LONG);
            }
            if (end < limit) {
                position = end + 1;
                return taken();
            }
            if (!fill()) {
                return line.isEmpty() ? null : taken();
            }
        }
    }

    /** Whether anything has come at all. */
    boolean begun() {
        return read > 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(source.read(buffer), 0);
        if (limit == 0) {
            return false;
        }
        heard.run();
        read += limit;
        if (read > MAX_ANSWER_CHARS) {
            throw new ModelFailure(ModelFailure.Kind.TOO_LONG);
        }
        return true;
    }

    private String taken() {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            length--;
        }
        String taken = line.substring(0, length);
        line.setLength(0);
        return taken;
    }
}
