package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Speaks to an emulator over HTTP in the emulator's own tests. */
final class EmulatorClient implements AutoCloseable {

    static final String MODEL = "gemini-3.8-flash";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DATA = "data: ";

    private final GeminiEmulator emulator;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    EmulatorClient(GeminiEmulator emulator) {
        this.emulator = emulator;
    }

    /** A request body with one user text. */
    static String says(String text) {
        return "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"" + text + "\"}]}]}";
    }

    /** JSON written with single quotes. */
    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
                .header("x-goog-api-key", emulator.apiKey());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> generate(String body) throws IOException, InterruptedException {
        return post("/models/" + MODEL + ":generateContent", body);
    }

    /** The whole body of a stream of events. */
    HttpResponse<String> streamed(String body) throws IOException, InterruptedException {
        return post("/models/" + MODEL + ":streamGenerateContent?alt=sse", body);
    }

    /** A stream of events that is read while it comes. */
    Events stream(String body) throws IOException, InterruptedException {
        HttpRequest request = request("/models/" + MODEL + ":streamGenerateContent?alt=sse")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return new Events(http.send(request, BodyHandlers.ofInputStream()).body());
    }

    /** The data of each event of a whole body. */
    static List<JsonNode> events(String body) {
        List<JsonNode> events = new ArrayList<>();
        for (String event : body.stripTrailing().split("\r\n\r\n", -1)) {
            if (!event.startsWith(DATA)) {
                throw new AssertionError("not an event: " + event);
            }
            events.add(parse(event.substring(DATA.length())));
        }
        return events;
    }

    static String text(JsonNode response) {
        StringBuilder text = new StringBuilder();
        response.at("/candidates/0/content/parts")
                .forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    static String message(HttpResponse<String> response) {
        return parse(response.body()).at("/error/message").asText();
    }

    @Override
    public void close() {
        // Does not wait: closing the stream of an answer that never ends can leave the client believing that it runs.
        http.shutdownNow();
    }

    /** Reads events one by one. */
    static final class Events implements AutoCloseable {

        private final InputStream in;
        private final BufferedReader reader;

        private Events(InputStream in) {
            this.in = in;
            this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        JsonNode next() throws IOException {
            String line = reader.readLine();
            while (line != null && line.isEmpty()) {
                line = reader.readLine();
            }
            if (line == null || !line.startsWith(DATA)) {
                throw new AssertionError("not an event: " + line);
            }
            return parse(line.substring(DATA.length()));
        }

        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rest.append(line).append('\n');
            }
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
