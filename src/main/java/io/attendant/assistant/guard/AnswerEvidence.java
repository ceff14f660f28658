package io.attendant.assistant.guard;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.attendant.actions.ActionStatus;
import io.attendant.actions.ActionsConfig;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.TurnBrief;
import io.attendant.assistant.guard.claims.Evidence;
import io.attendant.identity.verification.VerificationConfig;
import io.attendant.orders.OrdersConfig;
import io.attendant.shared.ShopConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What vouches for an answer: all that the model was given, sorted by what it may vouch for. */
@ApplicationScoped
class AnswerEvidence {
    @Inject
    ShopConfig shop;

    @Inject
    OrdersConfig orders;

    @Inject
    ActionsConfig actions;

    @Inject
    VerificationConfig verification;

    /** @param messages what the model is given with this call */
    Evidence of(AnswerTurn turn, List<ChatMessage> messages) {
        TurnBrief brief = turn.brief();
        Evidence.Builder evidence = Evidence.builder(brief.today(), shop.currency())
                .ticket(turn.hasTicket())
                .shopper(brief.earlier());
        brief.page().orderId().ifPresent(evidence::shopper);
        addConfiguration(evidence);
        brief.proposals().stream()
                .filter(proposal -> proposal.status() == ActionStatus.executed)
                .forEach(proposal -> evidence.done(proposal.kind(), proposal.orderId()));
        for (int i = 0; i < messages.size(); i++) {
            switch (messages.get(i)) {
                case UserMessage said -> evidence.shopper(said.singleText());
                case AiMessage answer -> addCalls(answer, messages.subList(i + 1, messages.size()), evidence);
                default -> {
                    // The system's prompt holds rules and no facts; results are read with their calls.
                }
            }
        }
        return evidence.build();
    }

    private void addConfiguration(Evidence.Builder evidence) {
        evidence.configured(shop.name())
                .configured(shop.assistantName())
                .configured("Refunds take %s business days.".formatted(orders.refundBusinessDays()))
                .configured("A proposal can be confirmed for %d minutes."
                        .formatted(actions.expiry().toMinutes()))
                .configured("A code has 6 digits, is valid for %d minutes and can be tried %d times."
                        .formatted(verification.codeValidity().toMinutes(), verification.codeTries()))
                .configured("Afterwards the shopper is known for %d minutes."
                        .formatted(verification.verifiedFor().toMinutes()));
    }

    /** Results follow their calls, in the same order. */
    private static void addCalls(AiMessage answer, List<ChatMessage> following, Evidence.Builder evidence) {
        List<ToolExecutionRequest> calls = answer.toolExecutionRequests();
        for (int i = 0; i < calls.size() && i < following.size(); i++) {
            if (following.get(i) instanceof ToolExecutionResultMessage result) {
                evidence.toolResult(calls.get(i).name(), calls.get(i).arguments(), result.text());
            }
        }
    }
}
