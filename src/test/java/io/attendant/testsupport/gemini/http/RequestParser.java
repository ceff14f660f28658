package io.attendant.testsupport.gemini.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads HTTP/1.0 and 1.1 requests from one connection, one after the other. */
final class RequestParser {

    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    RequestParser(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * The next request, or null when the client closed the connection between two requests.
     *
     * @throws BadHttpException when the bytes are no HTTP request within the limits
     */
    RawRequest next() throws IOException {
        String requestLine = readLine();
        if (requestLine == null) {
            return null;
        }
        String[] words = requestLine.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new BadHttpException("not an HTTP/1 request line");
        }
        boolean http11 = !words[2].equals("HTTP/1.0");
        Map<String, String> headers = readHeaders();
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        byte[] body = readBody(headers);
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean persistent = http11 ? !connection.contains("close") : connection.contains("keep-alive");
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        String query = question < 0 ? "" : words[1].substring(question + 1);
        return new RawRequest(
                words[0], decode(path.replace("+", "%2B")), parseQuery(query), headers, body, http11, persistent);
    }

    private Map<String, String> readHeaders() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        int total = 0;
        while (true) {
            String line = readLine();
            if (line == null) {
                throw new EOFException("connection closed within the headers");
            }
            if (line.isEmpty()) {
                return headers;
            }
            total += line.length();
            int colon = line.indexOf(':');
            if (colon <= 0 || total > MAX_LINE_BYTES) {
                throw new BadHttpException("malformed or oversized headers");
            }
            String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).trim(), (a, b) -> a + "," + b);
        }
    }

    private byte[] readBody(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return readChunks();
        }
        String length = headers.get("content-length");
        return length == null ? new byte[0] : readExactly(parseLength(length, 10));
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = readLine();
            if (line == null) {
                throw new EOFException("connection closed within a chunked body");
            }
            int size = parseLength(line.split(";", 2)[0].trim(), 16);
            if (body.size() + size > MAX_BODY_BYTES) {
                throw new BadHttpException("body too large");
            }
            body.write(readExactly(size));
            String end = readLine();
            if (size == 0) {
                while (end != null && !end.isEmpty()) {
                    end = readLine();
                }
                return body.toByteArray();
            }
        }
    }

    private byte[] readExactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("connection closed within the body");
        }
        return bytes;
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        while (true) {
            int b = in.read();
            if (b < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new EOFException("connection closed within a line");
            }
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(b);
            if (line.size() > MAX_LINE_BYTES) {
                throw new BadHttpException("line too long");
            }
        }
    }

    private static int parseLength(String text, int radix) throws BadHttpException {
        try {
            int length = Integer.parseInt(text, radix);
            if (length < 0 || length > MAX_BODY_BYTES) {
                throw new BadHttpException("body too large");
            }
            return length;
        } catch (NumberFormatException e) {
            throw new BadHttpException("not a length: " + text);
        }
    }

    private static Map<String, String> parseQuery(String query) throws BadHttpException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.put(decode(name), decode(value));
            }
        }
        return values;
    }

    private static String decode(String text) throws BadHttpException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadHttpException("malformed percent-encoding");
        }
    }
}
