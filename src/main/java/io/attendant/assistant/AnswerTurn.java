package io.attendant.assistant;

import dev.langchain4j.data.message.ChatMessage;
import io.attendant.assistant.memory.TurnMemory;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.StorableText;
import io.quarkus.logging.Log;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A turn while it is being answered: what has been said and used so far, and the way to stop it. All of it happens on the
 * turn's own thread, except {@link #stop}.
 */
public final class AnswerTurn implements TurnScope {
    /** The framework's model interface has no place for its caller's context; a turn never leaves its thread. */
    private static final ThreadLocal<AnswerTurn> CURRENT = new ThreadLocal<>();

    private final UUID conversationId;
    private final UUID turnId;
    private final ShopperSession session;
    private final Consumer<ChatEvent> events;
    private final TurnMemory memory;
    private final StringBuilder said = new StringBuilder();
    private final Set<AutoCloseable> upstream = ConcurrentHashMap.newKeySet();
    private volatile ErrorCode stopped;
    private boolean newStep;
    private boolean degraded;
    private long inputTokens;
    private long outputTokens;
    private int modelCalls;
    private int toolCalls;
    private BigDecimal cost = BigDecimal.ZERO;

    public AnswerTurn(
            UUID conversationId,
            UUID turnId,
            ShopperSession session,
            List<ChatMessage> history,
            Consumer<ChatEvent> events) {
        this.conversationId = conversationId;
        this.turnId = turnId;
        this.session = session;
        this.memory = new TurnMemory(turnId, history);
        this.events = events;
    }

    /** The turn that this thread is answering. */
    public static AnswerTurn current() {
        return Optional.ofNullable(CURRENT.get())
                .orElseThrow(() -> new IllegalStateException("no turn is being answered on this thread"));
    }

    void runOnThisThread(Runnable answering) {
        CURRENT.set(this);
        try {
            answering.run();
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public UUID conversationId() {
        return conversationId;
    }

    @Override
    public UUID turnId() {
        return turnId;
    }

    @Override
    public ShopperSession session() {
        return session;
    }

    @Override
    public void emit(ChatEvent event) {
        events.accept(event);
    }

    @Override
    public String nextCallId() {
        toolCalls++;
        return "call-" + toolCalls;
    }

    public TurnMemory memory() {
        return memory;
    }

    /** Says a finished sentence to the shopper. What the model says after a tool begins a new paragraph. */
    public void say(String sentence) {
        boolean paragraph = newStep && !said.isEmpty();
        newStep = false;
        String text = (paragraph ? "\n\n" : "") + StorableText.of(sentence);
        said.append(text);
        emit(new ChatEvent.TextDelta(text));
    }

    /** All that was said so far; the deltas joined. */
    public String said() {
        return said.toString();
    }

    public boolean degraded() {
        return degraded;
    }

    /** The local assistant goes on in the model's place, to the end of this turn. */
    public void degrade() {
        degraded = true;
    }

    public void countModelCall(long input, long output, BigDecimal price) {
        newStep = true;
        modelCalls++;
        inputTokens += input;
        outputTokens += output;
        cost = cost.add(price);
    }

    public ChatEvent.Usage usage() {
        return new ChatEvent.Usage(inputTokens, outputTokens, modelCalls, toolCalls, cost);
    }

    /**
     * Ends the turn from any thread: what is open upstream is closed, and nothing new is begun.
     *
     * @param why {@link ErrorCode#TURN_STOPPED} by the shopper's wish, otherwise {@link ErrorCode#TURN_INTERRUPTED}
     */
    public void stop(ErrorCode why) {
        if (stopped == null) {
            stopped = why;
        }
        closeUpstream();
    }

    /** Closes what is open to the model now. */
    public void closeUpstream() {
        upstream.forEach(AnswerTurn::close);
    }

    public Optional<ErrorCode> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** @throws TurnStoppedException once {@link #stop} was called */
    public void checkGoingOn() {
        if (stopped != null) {
            throw new TurnStoppedException();
        }
    }

    /** Has {@code connection} closed when the turn is stopped while the block runs; at once if it is stopped already. */
    public <T> T whileOpen(AutoCloseable connection, java.util.concurrent.Callable<T> block) throws Exception {
        upstream.add(connection);
        try {
            if (stopped != null) {
                close(connection);
                throw new TurnStoppedException();
            }
            return block.call();
        } finally {
            upstream.remove(connection);
        }
    }

    private static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            Log.debugf("closing an upstream call failed: %s", e.getClass().getName());
        }
    }
}
