package io.attendant.assistant;

import io.attendant.testsupport.gemini.GeminiReply;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something that a provider does wrong.
 *
 * @param name for people
 * @param reply instead of an answer; empty if it is not even asked
 * @param inTheMiddle behind a text that was sent already, if that can happen
 * @param times how often it happens before all is well again
 * @param tools whether it consists of calls of tools
 */
record Fault(
        String name,
        Optional<GeminiReply> reply,
        Optional<UnaryOperator<GeminiReply>> inTheMiddle,
        int times,
        boolean tools) {

    /** Instead of an answer. */
    static Fault atOnce(String name, GeminiReply reply) {
        return new Fault(name, Optional.of(reply), Optional.empty(), 1, false);
    }

    /** Instead of an answer, or in the middle of one. */
    static Fault anywhere(String name, GeminiReply reply, UnaryOperator<GeminiReply> inTheMiddle) {
        return new Fault(name, Optional.of(reply), Optional.of(inTheMiddle), 1, false);
    }

    /** Calls of tools, which may follow on text. */
    static Fault ofTools(String name, GeminiReply reply, UnaryOperator<GeminiReply> inTheMiddle) {
        return new Fault(name, Optional.of(reply), Optional.of(inTheMiddle), 1, true);
    }

    /** The provider can't be reached any more; nothing that it could reply. */
    static Fault ofConnection(String name) {
        return new Fault(name, Optional.empty(), Optional.empty(), 1, false);
    }

    boolean isOfConnection() {
        return reply.isEmpty();
    }

    /** The same, so often one after the other. */
    Fault times(int count) {
        return new Fault(name, reply, inTheMiddle, count, tools);
    }
}
