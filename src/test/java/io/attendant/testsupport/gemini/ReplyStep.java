package io.attendant.testsupport.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the emulator does next in an answer. */
sealed interface ReplyStep {

    /** Text; {@code whole} is sent as one chunk, other text is split by the seed. */
    record Text(String text, boolean thought, boolean whole) implements ReplyStep {}

    /** Function calls in one chunk. */
    record Calls(List<FunctionCall> calls) implements ReplyStep {}

    /** A response object exactly as given. */
    record Raw(JsonNode response) implements ReplyStep {}

    /** Waits at a gate. */
    record Hold(Gate gate) implements ReplyStep {}

    /** Bytes that are no answer of the API. */
    record Garbage(byte[] bytes) implements ReplyStep {}

    /** The error, as status when nothing was sent yet, else in the stream. Ends the answer. */
    record Fail(GeminiError error) implements ReplyStep {}

    /** Another server's answer, such as a proxy's page. Ends the answer. */
    record Foreign(int status, Map<String, String> headers, byte[] body) implements ReplyStep {}

    /** The same bytes again and again, with a pause before each, until the client goes or the emulator closes. Ends the answer. */
    record Flood(byte[] piece, Duration pause) implements ReplyStep {}

    /** The prompt was refused. Ends the answer. */
    record BlockPrompt(String reason) implements ReplyStep {}

    /** A response object without candidates. Ends the answer. */
    record NoCandidates() implements ReplyStep {}

    /** The answer was stopped by the safety filter. Ends the answer. */
    record BlockAnswer() implements ReplyStep {}

    /** Resets the connection. Ends the answer. */
    record Cut() implements ReplyStep {}

    /** Closes the connection without an end of the body. Ends the answer. */
    record HangUp() implements ReplyStep {}

    /** Sends nothing more until the client goes or the emulator closes. Ends the answer. */
    record Silence() implements ReplyStep {}
}
