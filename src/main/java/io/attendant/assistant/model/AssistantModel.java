package io.attendant.assistant.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.AssistantConfig;
import io.attendant.assistant.SentenceSplitter;
import io.attendant.assistant.local.OfferedChoices;
import io.attendant.conversations.ChatEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;

/**
 * The one model the AI service knows. It asks the chosen model, passes finished sentences on to the shopper while the rest is
 * still coming, and lets the local assistant go on where Gemini fails.
 *
 * <p>The AI service's blocking tool loop runs above it: that loop has a bound, knows invented tool names and runs on the
 * turn's thread, which the framework's streaming loop does not. Streaming happens here, below the loop, so a failure here
 * never runs a tool again.
 */
@ApplicationScoped
public class AssistantModel implements ChatModel {
    @Inject
    Models models;

    @Inject
    AssistantConfig config;

    @Inject
    MeterRegistry metrics;

    @Override
    public ChatResponse doChat(ChatRequest request) {
        AnswerTurn turn = AnswerTurn.current();
        ChatRequest bounded = withinToolRounds(request);
        if (models.geminiChosen() && !turn.degraded()) {
            String before = turn.said();
            try {
                return ask("gemini", models.gemini(), bounded, turn);
            } catch (ModelFailure e) {
                Log.warnf(
                        "model call failed: conversationId=%s turnId=%s kind=%s",
                        turn.conversationId(), turn.turnId(), e.kind().label());
                if (!turn.said().equals(before)) {
                    // Half an answer can't be taken back, and another model's beginning doesn't fit behind it.
                    throw e;
                }
                turn.degrade();
            }
        }
        return ask(Models.LOCAL, models.local(), bounded, turn);
    }

    private ChatResponse ask(String name, StreamingChatModel model, ChatRequest request, AnswerTurn turn) {
        turn.checkGoingOn();
        Timer.Sample timer = Timer.start(metrics);
        String outcome = "ok";
        try {
            ChatResponse response =
                    StreamedAnswer.of(model, request, new SentenceSplitter(turn::say), turn::closeUpstream);
            count(name, turn, response.metadata().tokenUsage());
            if (response.metadata() instanceof OfferedChoices offered) {
                offer(offered, turn);
            }
            return response;
        } catch (ModelFailure e) {
            outcome = e.kind().label();
            throw e;
        } catch (RuntimeException e) {
            outcome = "aborted";
            throw e;
        } finally {
            timer.stop(metrics.timer("attendant.model.calls", "model", name, "outcome", outcome));
        }
    }

    /** The local assistant's questions come with answers to choose from. */
    private static void offer(OfferedChoices offered, AnswerTurn turn) {
        List<ChatEvent.Choice> choices = offered.choices().stream()
                .map(choice -> new ChatEvent.Choice(choice.label(), choice.text()))
                .toList();
        if (!choices.isEmpty()) {
            turn.emit(new ChatEvent.Choices(choices));
        }
    }

    private void count(String name, AnswerTurn turn, TokenUsage usage) {
        long input = usage == null || usage.inputTokenCount() == null ? 0 : usage.inputTokenCount();
        // The total holds the thoughts, which are paid as output; a silent answer has no output count at all.
        long output = usage == null || usage.totalTokenCount() == null ? 0 : usage.totalTokenCount() - input;
        BigDecimal cost = name.equals(Models.LOCAL) ? BigDecimal.ZERO : models.geminiCost(input, output);
        turn.countModelCall(input, output, cost);
    }

    /** At the bound the model gets no more tools and has to answer. */
    private ChatRequest withinToolRounds(ChatRequest request) {
        var messages = request.messages();
        long rounds = 0;
        for (int i = messages.size() - 1; i >= 0 && !(messages.get(i) instanceof UserMessage); i--) {
            if (messages.get(i) instanceof AiMessage answer && answer.hasToolExecutionRequests()) {
                rounds++;
            }
        }
        return rounds < config.maxToolRounds()
                ? request
                : ChatRequest.builder().messages(messages).build();
    }
}
