package io.attendant.testsupport.gemini.http;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request as it came over the wire.
 *
 * @param path decoded, without the query
 * @param query decoded; the last value of a repeated name
 * @param headers names in any case; values of a repeated name joined by a comma
 * @param persistent whether the client wants to keep the connection
 */
public record RawRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        boolean http11,
        boolean persistent) {

    public RawRequest {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
        query = Map.copyOf(query);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
