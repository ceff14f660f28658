package io.attendant.assistant.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.Prompts;
import io.attendant.assistant.SentenceSplitter;
import io.attendant.assistant.guard.HeldBack;
import io.attendant.assistant.people.People;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One answer of the provider's model: what it says or does between two tool calls. Finished sentences go through the gate to
 * the shopper while the rest is still coming. An answer that breaks off is taken up again once, and one with a sentence that
 * the gate holds back may be put right once; what the model is told for that, and the sentence itself, is in no memory.
 */
final class ModelStep {
    private static final String RESUME = Prompts.text("resume");
    private static final String REPAIR = Prompts.text("repair");
    /** Characters of one answer; far above what a shopper would read. */
    private static final int LONGEST_ANSWER = 12_000;

    private final AnswerTurn turn;
    private final ChatRequest request;
    private final Consumer<String> gate;
    private final People people;
    private final int start;
    private boolean resumed;
    private boolean repaired;
    private boolean heard;
    private int length;
    private String instruction;

    ModelStep(AnswerTurn turn, ChatRequest request, Consumer<String> gate, People people) {
        this.turn = turn;
        this.request = request;
        this.gate = gate;
        this.people = people;
        this.start = turn.said().length();
    }

    /** @throws ModelFailure if the model can't go on; what it said until then stands */
    ChatResponse answer() {
        while (true) {
            try {
                var sentences = new SentenceSplitter(gate);
                heard = false;
                length = 0;
                ChatResponse response = turn.exchanges().model(withInstruction(), piece -> {
                    heard = true;
                    length += piece.length();
                    if (length > LONGEST_ANSWER) {
                        throw new ModelFailure(ModelFailure.Kind.TOO_LONG);
                    }
                    sentences.append(piece);
                });
                refuseUndeclared(response.aiMessage());
                if (!cutAtLimit(response)) {
                    sentences.finish();
                    return asSaid(response);
                }
                if (resumed) {
                    return whatThereIs(response);
                }
                resume();
            } catch (HeldBack held) {
                if (repaired) {
                    return instead();
                }
                repaired = true;
                instruction = REPAIR.formatted(held.reason());
            } catch (ModelFailure failure) {
                if (resumed || !heard || !canGoOn(failure.kind())) {
                    throw failure;
                }
                resume();
            }
        }
    }

    private void resume() {
        resumed = true;
        // Nothing was said yet: then it is only asked again.
        instruction = said().isEmpty() ? instruction : RESUME;
    }

    private ChatRequest withInstruction() {
        if (instruction == null) {
            return request;
        }
        List<ChatMessage> messages = new ArrayList<>(request.messages());
        if (!said().isEmpty()) {
            messages.add(AiMessage.from(said()));
        }
        messages.add(UserMessage.from(instruction));
        return request.toBuilder().messages(messages).build();
    }

    /** Models call tools also when they were given none. */
    private void refuseUndeclared(AiMessage answer) {
        boolean none = request.toolSpecifications() == null
                || request.toolSpecifications().isEmpty();
        if (none && answer.hasToolExecutionRequests()) {
            throw new ModelFailure(ModelFailure.Kind.BROKEN_OFF);
        }
    }

    private static boolean cutAtLimit(ChatResponse response) {
        return response.finishReason() == FinishReason.LENGTH
                && !response.aiMessage().hasToolExecutionRequests();
    }

    /** Where nothing was heard of an answer, the call was repeated below already. */
    private static boolean canGoOn(ModelFailure.Kind kind) {
        return switch (kind) {
            case CUT, GARBLED, OVERLOADED, BROKEN_OFF -> true;
            default -> false;
        };
    }

    /** What this step has said. */
    private String said() {
        return turn.said().substring(start).strip();
    }

    private ChatResponse asSaid(ChatResponse response) {
        return answered(response.aiMessage());
    }

    /** Cut at the limit twice: whole sentences are an answer too. */
    private ChatResponse whatThereIs(ChatResponse response) {
        if (said().isEmpty()) {
            throw new ModelFailure(ModelFailure.Kind.EMPTY);
        }
        return answered(response.aiMessage());
    }

    /** Twice something that nobody vouches for: the honest thing is to say so. */
    private ChatResponse instead() {
        turn.getStuck();
        turn.say(people.words(turn).text("cannot_confirm"));
        return answered(AiMessage.from(said()));
    }

    /** The memory holds what the shopper was told, and nothing else. */
    private ChatResponse answered(AiMessage answer) {
        List<ToolExecutionRequest> calls = turn.withinLimit(answer.toolExecutionRequests());
        String text = said();
        AiMessage heard = answer.toBuilder()
                .text(text.isEmpty() ? null : text)
                .toolExecutionRequests(calls)
                .build();
        return ChatResponse.builder().aiMessage(heard).build();
    }
}
