package io.attendant.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A client of the public API as an integrator would write it, over real HTTP. */
public final class Attendant {
    public static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    public Attendant(URI base) {
        this.base = base;
    }

    /** A response with its body read. */
    public record Answer(int status, String contentType, String text) {
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException("no JSON: " + text, e);
            }
        }

        public String code() {
            return json().path("code").asText();
        }
    }

    public Answer send(String method, String path, String contentType, byte[] body, Map<String, String> headers) {
        return read(request(method, path, contentType, body, headers));
    }

    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, null, null, headers);
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, "application/json", bytes(body), headers);
    }

    private Answer read(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(
            String method, String path, String contentType, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::header);
        return request.build();
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bearer token for anybody, from the demo mode. */
    public String token(String subject, String role) {
        return post("/api/demo/tokens", Map.of("subject", subject, "role", role), Map.of())
                .json()
                .path("token")
                .asText();
    }

    public static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /** Imports a file as the shop's owner. */
    public Answer importFile(String kind, Path file) {
        try {
            return send(
                    "POST",
                    "/api/admin/import?kind=" + kind + "&format=json",
                    "application/json",
                    Files.readAllBytes(file),
                    bearer(token("owner", "admin")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** A guest's new conversation. */
    public Chat guest() {
        return open(Optional.empty());
    }

    /** A signed-in shopper's new conversation. */
    public Chat shopper(String customerId) {
        return open(Optional.of(token(customerId, "shopper")));
    }

    private Chat open(Optional<String> bearer) {
        JsonNode opened = post(
                        "/api/conversations",
                        Map.of(),
                        bearer.map(Attendant::bearer).orElse(Map.of()))
                .json();
        return new Chat(
                opened.path("id").asText(),
                bearer.map(Attendant::bearer)
                        .orElse(Map.of(
                                "X-Conversation-Token", opened.path("token").asText())));
    }

    /** A conversation that is there already. */
    public Chat chat(String id, Map<String, String> headers) {
        return new Chat(id, headers);
    }

    /** A conversation with what opens it. */
    public final class Chat {
        private final String id;
        private final Map<String, String> headers;

        public Chat(String id, Map<String, String> headers) {
            this.id = id;
            this.headers = headers;
        }

        public String id() {
            return id;
        }

        public Map<String, String> headers() {
            return headers;
        }

        public String path() {
            return "/api/conversations/" + id;
        }

        /** Asks, and waits for the whole answer. */
        public Answer ask(String text) {
            return ask(Map.of("text", text));
        }

        public Answer ask(Map<String, ?> message) {
            return post(path() + "/messages", message, headers);
        }

        /** Asks, and hands over the events as they come. */
        public ServerEvents stream(Map<String, ?> message) {
            return follow("POST", path() + "/messages", bytes(message), Map.of());
        }

        /** What happens besides. */
        public ServerEvents events(Map<String, String> more) {
            return follow("GET", path() + "/events", null, more);
        }

        public ServerEvents follow(String method, String path, byte[] body, Map<String, String> more) {
            HttpRequest request = request(method, path, body == null ? null : "application/json", body, headers);
            HttpRequest.Builder streaming =
                    HttpRequest.newBuilder(request, (name, value) -> true).header("Accept", "text/event-stream");
            more.forEach(streaming::header);
            try {
                return new ServerEvents(http.send(streaming.build(), BodyHandlers.ofInputStream()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        public JsonNode transcript() {
            return get(path(), headers).json();
        }
    }
}
