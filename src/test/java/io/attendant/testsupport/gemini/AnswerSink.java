package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.io.IOException;

/** Where the response objects of an answer go: a stream, or one object at the end. */
interface AnswerSink {

    void send(JsonNode frame) throws IOException;

    /** Sends the last response object and ends the answer. */
    void sendLast(JsonNode frame) throws IOException;

    void garbage(byte[] bytes) throws IOException;

    /** Ends the answer with an error: a status if nothing was sent yet. */
    void error(GeminiError error) throws IOException;

    /** Ends the answer without another response object. */
    void end() throws IOException;

    /** Resets the connection, in mid-body if anything is there to send. */
    void cut() throws IOException;

    /** Closes the connection without the end of the body. */
    void hangUp() throws IOException;
}
