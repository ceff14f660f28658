package io.attendant.assistant;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.attendant.assistant.model.ModelFailure;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All that a turn takes in from outside while it is answered, in order. Live it comes from the provider and from the tools; in
 * a replay from the record of the turn. What is made of it is the same code in both.
 */
public interface Exchanges {
    /** Whether a provider's model answers, or else the local assistant from the start. */
    boolean hasProvider();

    /** What the server itself says to the message, where that is its business and no model's. */
    Optional<String> ownReply(Supplier<Optional<String>> reply);

    /**
     * Asks the provider, on this thread.
     *
     * @param text takes the answer's text, piece by piece while it arrives; what it throws ends the call and is thrown here
     * @throws ModelFailure if there is no whole answer
     */
    ChatResponse model(ChatRequest request, Consumer<String> text);

    /** Has a tool run; what it throws is thrown here. */
    Object tool(String name, Callable<Object> call) throws Exception;

    /** @throws TurnStoppedException if somebody wants the turn to end */
    void checkGoingOn(AnswerTurn turn);

    /** Whether all of this happened before: then it counts in no figure. */
    default boolean isReplay() {
        return false;
    }
}
