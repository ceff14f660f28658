package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.attendant.testsupport.gemini.http.Exchange;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.attendant.testsupport.gemini.protocol.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One HTTP answer with the headers of the API. */
final class ApiResponse {

    /** How the body is written. */
    enum Form {
        OBJECT("application/json; charset=UTF-8"),
        ARRAY("application/json; charset=UTF-8"),
        EVENTS("text/event-stream");

        private final String contentType;

        Form(String contentType) {
            this.contentType = contentType;
        }
    }

    private final Exchange exchange;
    private final Form form;
    private final long started = System.nanoTime();

    ApiResponse(Exchange exchange, Form form) {
        this.exchange = exchange;
        this.form = form;
    }

    Exchange exchange() {
        return exchange;
    }

    void object(JsonNode json) throws IOException {
        send(200, form.contentType, Json.pretty(json));
    }

    /** The error with its status; an array holds the error as its only element. */
    void error(GeminiError error) throws IOException {
        JsonNode json = error.toJson();
        if (form == Form.ARRAY) {
            ArrayNode array = Json.object().arrayNode();
            json = array.add(json);
        }
        send(error.code(), form.contentType, Json.pretty(json));
    }

    void bytes(byte[] body) throws IOException {
        send(200, form.contentType, body);
    }

    void foreign(int status, Map<String, String> headers, byte[] body) throws IOException {
        exchange.send(status, headers, body);
    }

    void partAndCut(byte[] body, int bytes) throws IOException {
        exchange.sendPartAndCut(200, headers(form.contentType), body, bytes);
    }

    Exchange.BodyStream open() throws IOException {
        Map<String, String> headers = headers(form.contentType);
        headers.put("Content-Disposition", "attachment");
        return exchange.open(200, headers);
    }

    private void send(int status, String contentType, byte[] body) throws IOException {
        Map<String, String> headers = headers(contentType);
        boolean gzip = form != Form.EVENTS
                && exchange.request().header("Accept-Encoding").orElse("").contains("gzip");
        if (gzip) {
            headers.put("Content-Encoding", "gzip");
        }
        exchange.send(status, headers, gzip ? compress(body) : body);
    }

    private Map<String, String> headers(String contentType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Vary", "Origin, X-Origin, Referer");
        headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        headers.put("Server", "scaffolding on HTTPServer2");
        headers.put("X-XSS-Protection", "0");
        headers.put("X-Frame-Options", "SAMEORIGIN");
        headers.put("X-Content-Type-Options", "nosniff");
        long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        headers.put("Server-Timing", "gfet4t7; dur=" + millis);
        return headers;
    }

    static byte[] compress(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
