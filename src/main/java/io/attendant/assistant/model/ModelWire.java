package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.time.Duration;
import java.util.Optional;

/** What sets one provider's API apart from another's, between its client library and the connection. */
interface ModelWire {
    /** The request that the API accepts, made of the one that the client library wrote. */
    String request(String body);

    /** Takes in one answer, and hands its regular parts to the client library. */
    AnswerStream answer(ServerSentEventListener listener);

    /**
     * An answer with another status than 200.
     *
     * @param body what came with it; missing if that is no JSON
     * @param retryAfter what the header says about asking again
     */
    ModelFailure refusal(int status, JsonNode body, Optional<Duration> retryAfter);
}
