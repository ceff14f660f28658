package io.attendant.conversations;

import dev.langchain4j.invocation.InvocationParameters;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The running turn, as a tool sees it: who is asking, and where to put what the shopper should see. */
public interface TurnScope {
    /** The key under which the turn travels beside a tool's arguments, out of the model's sight. */
    String KEY = "turn";

    UUID conversationId();

    UUID turnId();

    ShopperSession session();

    /** Sends an event to the shopper and into the transcript, in order. */
    void emit(ChatEvent event);

    /** The cards that this turn has shown so far, in order. */
    List<ChatEvent.Card> cards();

    /** The number of the next tool call in this turn, as its id. */
    String nextCallId();

    /** Runs a tool that the shopper's trust allows; what it throws is thrown here. */
    Object perform(String tool, Callable<Object> call) throws Exception;

    /** Why the turn is over, if it is: then no tool has to answer any more. */
    default Optional<ErrorCode> stopped() {
        return Optional.empty();
    }

    /** Whether the turn happened before and is only run again: then it counts in no figure. */
    default boolean isReplay() {
        return false;
    }

    static TurnScope of(InvocationParameters parameters) {
        TurnScope scope = parameters.get(KEY);
        if (scope == null) {
            throw new IllegalStateException("a tool was called outside of a turn");
        }
        return scope;
    }

    default InvocationParameters asParameters() {
        return InvocationParameters.from(KEY, this);
    }
}
