package io.attendant.assistant.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.SentenceSplitter;
import io.attendant.assistant.guard.SentenceGates;
import io.attendant.assistant.local.LocalModel;
import io.attendant.assistant.local.OfferedChoices;
import io.attendant.assistant.people.People;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ModelCall;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;

/**
 * The one model the AI service knows. It asks the chosen model, and lets the local assistant go on where that one fails.
 *
 * <p>The AI service's blocking tool loop runs above it: that loop has a bound, knows invented tool names and runs on the
 * turn's thread, which the framework's streaming loop does not. Streaming happens here, below the loop, so a failure here
 * never runs a tool again.
 */
@ApplicationScoped
public class AssistantModel implements ChatModel {
    /** More than the local assistant ever takes. */
    private static final int LOCAL_ROUNDS = 6;

    @Inject
    LocalModel local;

    @Inject
    SentenceGates gates;

    @Inject
    People people;

    @Inject
    MeterRegistry metrics;

    @Override
    public ChatResponse doChat(ChatRequest request) {
        AnswerTurn turn = AnswerTurn.current();
        turn.beginStep();
        int start = turn.said().length();
        if (turn.exchanges().hasProvider() && !turn.degraded()) {
            try {
                ChatRequest bounded = withinToolLimits(request, turn);
                return new ModelStep(turn, bounded, gates.open(turn, bounded.messages()), people).answer();
            } catch (ModelFailure e) {
                failOver(turn, e.kind(), turn.said().length() > start);
            }
        }
        boolean goesOn = turn.said().length() > start;
        ChatResponse response = askLocal(withinToolLimits(request, turn), turn);
        // The memory holds what the shopper was told, the half answer too.
        return goesOn
                ? response.toBuilder()
                        .aiMessage(withText(response.aiMessage(), turn.said().substring(start)))
                        .build()
                : response;
    }

    private static AiMessage withText(AiMessage answer, String text) {
        return answer.toBuilder().text(text.strip()).build();
    }

    private void failOver(AnswerTurn turn, ModelFailure.Kind why, boolean inTheMiddle) {
        turn.degrade();
        if (why == ModelFailure.Kind.OVER_BUDGET) {
            turn.offerPerson("over_budget_offer");
        }
        if (inTheMiddle) {
            // Half an answer can't be taken back; what follows is a whole one.
            turn.beginStep();
            turn.say(people.words(turn).text("cut_off"));
        }
        turn.beginStep();
    }

    private ChatResponse askLocal(ChatRequest request, AnswerTurn turn) {
        turn.exchanges().checkGoingOn(turn);
        var sentences = new SentenceSplitter(turn::say);
        Timer.Sample timer = Timer.start(metrics);
        ChatResponse response = StreamedAnswer.of(local, request, sentences::append, turn::closeUpstream);
        timer.stop(metrics.timer("attendant.model.calls", "model", ModelCall.LOCAL, "outcome", ModelCall.OK));
        sentences.finish();
        turn.count(new ModelCall(ModelCall.LOCAL, ModelCall.OK, 0, 0, BigDecimal.ZERO));
        if (response.metadata() instanceof OfferedChoices offered) {
            offer(offered, turn);
        }
        return response;
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

    /**
     * At the bound the model gets no more tools and has to answer. The local assistant, which goes on where the model has used
     * them up, gets some of its own: it goes by the tools that are declared, and a call too many is refused below.
     */
    private static ChatRequest withinToolLimits(ChatRequest request, AnswerTurn turn) {
        var messages = request.messages();
        long rounds = 0;
        for (int i = messages.size() - 1; i >= 0 && !(messages.get(i) instanceof UserMessage); i--) {
            if (messages.get(i) instanceof AiMessage answer && answer.hasToolExecutionRequests()) {
                rounds++;
            }
        }
        boolean mayCall = turn.degraded()
                ? !turn.toolRoundsExhausted(rounds - LOCAL_ROUNDS)
                : !turn.toolRoundsExhausted(rounds) && !turn.toolCallsExhausted();
        return mayCall ? request : ChatRequest.builder().messages(messages).build();
    }
}
