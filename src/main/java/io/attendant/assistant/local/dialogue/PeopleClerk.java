package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.assistant.local.wording.Speech;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small talk, and the way to a person. */
final class PeopleClerk {
    private static final int QUOTED = 3;
    private static final int QUOTE_LENGTH = 200;

    private PeopleClerk() {}

    static Step greet(Task task) {
        Speech speech = new Speech(task.wording()).say("greeting");
        if (!task.state().introduced()) {
            speech.say(Task.INTRODUCTION);
        }
        return Task.say(speech.say("greeting.ask"));
    }

    static Step introduce(Task task) {
        return Task.say(new Speech(task.wording()).say(Task.INTRODUCTION).say("who"));
    }

    static Step say(Task task, String key) {
        return Task.say(task.speech().say(key));
    }

    static Step calm(Task task) {
        return task.offerPerson(task.speech().say("abuse"));
    }

    /** @param said the shopper's messages, oldest first */
    static Step handOff(Task task, List<String> said) {
        if (!task.offers(Tools.HAND_OFF)) {
            return noPerson(task);
        }
        Optional<ToolUse> used = task.used(Tools.HAND_OFF);
        if (used.isEmpty()) {
            return new Step.Call(Tools.HAND_OFF, summary(task, said));
        }
        // Nothing but a ticket in the tool's answer is a reason to speak of one.
        if (!used.get().result().hasNonNull("ticketId")) {
            return noPerson(task);
        }
        Speech speech = task.speech().say("person.ticket");
        Results.number(used.get().result(), "position")
                .ifPresent(position -> speech.say("person.position", Map.of("position", Long.toString(position))));
        return Task.say(speech);
    }

    private static Step noPerson(Task task) {
        return Task.say(task.speech().say("person.failed").say("person.button"));
    }

    private static ObjectNode summary(Task task, List<String> said) {
        List<String> quotes = said.stream()
                .skip(Math.max(0, said.size() - QUOTED))
                .map(PeopleClerk::shortened)
                .map(text -> "“" + text + "”")
                .toList();
        StringBuilder summary =
                new StringBuilder(task.wording().text("person.summary", Map.of("quotes", String.join(" ", quotes))));
        task.state()
                .focus()
                .orderId()
                .ifPresent(order -> summary.append(' ')
                        .append(task.wording().text("person.summary.order", Map.of("order", order))));
        return Task.arguments()
                .put("reason", task.wording().text("person.reason"))
                .put("summary", summary.toString());
    }

    private static String shortened(String text) {
        String line = Results.oneLine(text);
        return line.length() <= QUOTE_LENGTH ? line : line.substring(0, QUOTE_LENGTH) + "…";
    }
}
