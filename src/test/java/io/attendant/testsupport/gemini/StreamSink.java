package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.http.Exchange;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.attendant.testsupport.gemini.protocol.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Streams each response object at once, as server-sent events or as a growing JSON array. */
final class StreamSink implements AnswerSink {

    private static final byte[] NOTHING = new byte[0];

    private final ApiResponse response;
    private final boolean events;
    private Exchange.BodyStream body;
    private boolean first = true;

    StreamSink(ApiResponse response, boolean events) {
        this.response = response;
        this.events = events;
    }

    @Override
    public void send(JsonNode frame) throws IOException {
        byte[] framed = framed(frame);
        body().write(framed);
    }

    @Override
    public void sendLast(JsonNode frame) throws IOException {
        String closing = events ? "" : "]";
        String framed = new String(framed(frame), StandardCharsets.UTF_8) + closing;
        body().end(framed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void garbage(byte[] bytes) throws IOException {
        body().write(bytes);
    }

    @Override
    public void error(GeminiError error) throws IOException {
        if (body == null) {
            response.error(error);
        } else if (events) {
            body.end(Json.compact(error.toJson()));
        } else {
            sendLast(error.toJson());
        }
    }

    @Override
    public void end() throws IOException {
        if (events) {
            body().end(NOTHING);
        } else {
            body().end((first ? "[]" : "]").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void cut() throws IOException {
        response.exchange().cut();
    }

    @Override
    public void hangUp() throws IOException {
        response.exchange().hangUp();
    }

    private Exchange.BodyStream body() throws IOException {
        if (body == null) {
            body = response.open();
        }
        return body;
    }

    private byte[] framed(JsonNode frame) {
        String json = new String(Json.compact(frame), StandardCharsets.UTF_8);
        String framed = events ? "data: " + json + "\r\n\r\n" : (first ? "[" : ",\r\n") + json;
        first = false;
        return framed.getBytes(StandardCharsets.UTF_8);
    }
}
