package io.attendant.handoff;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ShopperTool;
import io.attendant.conversations.TurnScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The model's way of bringing in a person. */
@ApplicationScoped
public class HandoffTools {
    @Inject
    Handoff handoff;

    @Tool("Hands the conversation over to a person of the shop and returns the ticket with its place in the queue. "
            + "Call it when the shopper asks for a person or when you can't help; only then say that you hand over.")
    @ShopperTool
    public Object handOffToHuman(
            @P(value = "why, in a few words", required = true) String reason,
            @P(value = "what the shopper wants and what was tried, in one to three sentences", required = true)
                    String summary,
            InvocationParameters turn) {
        TurnScope scope = TurnScope.of(turn);
        Handoff.Placed placed = handoff.place(scope.conversationId(), reason, summary);
        scope.emit(new ChatEvent.HandoffCreated(placed.ticketId()));
        return placed;
    }
}
