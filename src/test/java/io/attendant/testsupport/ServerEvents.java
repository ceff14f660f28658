package io.attendant.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stream of server-sent events, read one by one as they arrive. */
public final class ServerEvents implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    /** One event, its data parsed. */
    public record Event(long id, String name, JsonNode data) {}

    ServerEvents(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    public int status() {
        return response.statusCode();
    }

    /** Waits for the next event; empty at the end of the stream. */
    public Optional<Event> next() {
        String name = null;
        String id = null;
        StringBuilder data = new StringBuilder();
        try {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.isEmpty() && name != null) {
                    return Optional.of(new Event(Long.parseLong(id), name, Attendant.JSON.readTree(data.toString())));
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the next event of this name, passing over others. */
    public Event next(String name) {
        while (true) {
            Event event = next().orElseThrow(() -> new AssertionError("the stream ended without " + name));
            if (event.name().equals(name)) {
                return event;
            }
        }
    }

    /** Everything to the end of the stream. */
    public List<Event> all() {
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = next(); event.isPresent(); event = next()) {
            events.add(event.get());
        }
        return events;
    }

    /** Leaves, as a browser does that goes to another page. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
