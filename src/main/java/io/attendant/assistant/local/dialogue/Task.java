package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.Json;
import io.attendant.shared.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One turn's work, as far as it has come.
 *
 * @param uses the tool calls of this turn so far
 * @param tools the names of the tools that may be called
 */
record Task(State state, Wish wish, List<ToolUse> uses, Set<String> tools, Wording wording) {
    /** The sentence that tells what is answering. */
    static final String INTRODUCTION = "introduction";

    boolean offers(String tool) {
        return tools.contains(tool);
    }

    /** The last use of a tool in this turn. */
    Optional<ToolUse> used(String tool) {
        return uses.stream().filter(use -> use.tool().equals(tool)).reduce((first, second) -> second);
    }

    /** The last use of a tool in this turn with this argument. */
    Optional<ToolUse> used(String tool, String argument, String value) {
        return uses.stream()
                .filter(use -> use.tool().equals(tool) && use.argument(argument).equalsIgnoreCase(value))
                .reduce((first, second) -> second);
    }

    boolean hasUsed(String tool) {
        return used(tool).isPresent();
    }

    /** An answer, which introduces the assistant if nobody has yet. */
    Speech speech() {
        Speech speech = new Speech(wording);
        return state.introduced() ? speech : speech.say(INTRODUCTION);
    }

    static ObjectNode arguments() {
        return Json.mapper().createObjectNode();
    }

    static Step.Call call(String tool) {
        return new Step.Call(tool, arguments());
    }

    static Step.Call call(String tool, String argument, String value) {
        return new Step.Call(tool, arguments().put(argument, value));
    }

    static Step.Say say(Speech speech) {
        return new Step.Say(speech.pieces(), Optional.empty(), false);
    }

    /** Says {@code speech} and then asks. */
    static Step.Say ask(Speech speech, Question question, String key) {
        speech.say(key);
        return new Step.Say(speech.pieces(), Optional.of(question), false);
    }

    /** Offers a person, if there is a way to one. */
    Step.Say offerPerson(Speech speech) {
        return offers(Tools.HAND_OFF) ? ask(speech, Question.person, "person.offer") : say(speech.say("person.button"));
    }

    /** The answer where a tool can't be called or said no for a reason that has no better one. */
    Step.Say unable(String key) {
        return offerPerson(speech().say(key));
    }
}
