package io.attendant.testsupport.gemini;

import java.util.function.Function;
import java.util.function.Predicate;

/** Scripts the answers to those requests that meet a condition. */
public final class ScriptedConversation {

    private final Script script;
    private final Predicate<GeminiRequest> condition;

    ScriptedConversation(Script script, Predicate<GeminiRequest> condition) {
        this.script = script;
        this.condition = condition;
    }

    /** Queues replies, one for each request. */
    public ScriptedConversation script(GeminiReply... replies) {
        script.add(condition, Script.queue(replies));
        return this;
    }

    /** Answers every request by a function; null leaves it to the next rule. */
    public ScriptedConversation script(Function<GeminiRequest, GeminiReply> replies) {
        script.add(condition, replies);
        return this;
    }
}
