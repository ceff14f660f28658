package io.attendant.assistant.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The event stream of one answer. The client libraries drop what they don't know and take a stream that breaks off for a
 * finished one; so whatever is no regular part of a whole answer is found here. What is passed on to them is written anew, of
 * the parts that are known: nothing that a provider sends can trip them up.
 */
abstract class AnswerStream {
    private static final String DATA = "data:";

    private final StringBuilder outside = new StringBuilder();

    /** @throws ModelFailure if it shows that no whole answer will come */
    final void line(String line) {
        if (line.startsWith(DATA)) {
            data(line.substring(DATA.length()).strip());
        } else if (!isFraming(line)) {
            // Errors in mid-stream come as bare JSON between the events.
            outside.append(line).append('\n');
        }
    }

    private static boolean isFraming(String line) {
        return line.isBlank()
                || line.startsWith(":")
                || line.startsWith("event:")
                || line.startsWith("id:")
                || line.startsWith("retry:");
    }

    /**
     * The connection was closed.
     *
     * @throws ModelFailure if the answer is not whole
     */
    final void end() {
        if (!whole()) {
            throw outside.isEmpty()
                    ? new ModelFailure(ModelFailure.Kind.CUT)
                    : stray(WireJson.read(outside.toString()));
        }
        complete();
    }

    /** The data of one event. */
    abstract void data(String data);

    /** All that makes an answer is there, whatever becomes of the connection. */
    abstract boolean whole();

    /** The provider said that nothing follows. */
    abstract boolean ended();

    /** The answer is whole: what is still to be passed on. */
    abstract void complete();

    /** What JSON between the events means. */
    abstract ModelFailure stray(JsonNode json);
}
