package io.attendant.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 and nothing else. The JDK's own reader drops the sound characters before a bad byte; here the bad byte is
 * reported when everything before it has been read, so that the one who reads knows where it is.
 */
final class Utf8Reader extends Reader {
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();
    private boolean end;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /**
     * @param length at least 2: a pair of surrogates comes whole
     * @throws java.nio.charset.CharacterCodingException at a byte that is not UTF-8
     */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("no room for a pair of surrogates");
        }
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, end);
            if (chars.position() > offset) {
                return chars.position() - offset;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (end) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            end = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
