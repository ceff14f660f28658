package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Has the server propose what is to be done; the shopper's yes on its card does it. */
final class Proposal {
    private Proposal() {}

    /** @param order the order that it is about; a missing node if it is about none */
    static Step of(Job job, JsonNode order, String tool, ObjectNode arguments) {
        Optional<ToolUse> used = job.task().used(tool);
        if (used.isEmpty()) {
            return new Step.Call(tool, arguments);
        }
        if (used.get().isRefused()) {
            return Regrets.of(job, order, used.get());
        }
        // Only what the tool says it proposed has a card to point to.
        return used.get().result().path("proposed").asBoolean(false)
                ? job.ask(job.task().speech(), Question.errand_confirm, "do.proposed")
                : job.task().unable("failed");
    }
}
