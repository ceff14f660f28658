package io.attendant.assistant;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ChatMessage;
import io.attendant.assistant.memory.TurnMemory;
import io.attendant.assistant.model.ModelFailure;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ModelCall;
import io.attendant.conversations.TurnScope;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.attendant.shared.Redaction;
import io.attendant.shared.StorableText;
import io.attendant.shared.VisibleText;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A turn while it is being answered: what has been said and used so far, and the way to stop it. All of it happens on the
 * turn's own thread, except {@link #stop}.
 */
public final class AnswerTurn implements TurnScope {
    /** After so many turns that got nowhere a person is offered. */
    static final int STUCK_IN_A_ROW = 3;

    private static final String OFFER_PERSON = "offer_person";

    /** What the local assistant may call although the model has used up the turn's calls. */
    private static final int LOCAL_TOOL_CALLS = 6;

    /** A person can always be called, whatever else was called before. */
    private static final String HAND_OFF = "handOffToHuman";

    /** The framework's model interface has no place for its caller's context; a turn never leaves its thread. */
    private static final ThreadLocal<AnswerTurn> CURRENT = new ThreadLocal<>();

    private final UUID conversationId;
    private final UUID turnId;
    private final ShopperSession session;
    private final String text;
    private final TurnBrief brief;
    private final Exchanges exchanges;
    private final Limits limits;
    private final Consumer<ChatEvent> events;
    private final TurnMemory memory;
    private final StringBuilder said = new StringBuilder();
    private final Set<AutoCloseable> upstream = ConcurrentHashMap.newKeySet();
    private final List<ModelCall> modelCalls = new ArrayList<>();
    private final List<ChatEvent.Card> cards = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile ErrorCode stopped;
    private boolean newStep;
    private boolean degraded;
    private boolean ticket;
    private boolean stuck;
    private String personOffer;
    private int toolCalls;
    private int mostToolCalls;
    private int toolsThatHelped;

    /**
     * A message to be answered, and what is known about it.
     *
     * @param text what the shopper said, as it is kept
     */
    public record Opening(UUID conversationId, UUID turnId, ShopperSession session, String text, TurnBrief brief) {}

    /**
     * What a turn may take.
     *
     * @param deadline when it has to be over
     * @param longestCall the most that one call to the provider may take
     * @param reserve what the local assistant is left at the end
     * @param toolCalls those beyond are refused
     * @param toolRounds how often the model may call tools before it has to answer
     */
    public record Limits(Deadline deadline, Duration longestCall, Duration reserve, int toolCalls, int toolRounds) {}

    /** @param history what the model is shown of earlier turns */
    public AnswerTurn(
            Opening opening,
            List<ChatMessage> history,
            Exchanges exchanges,
            Limits limits,
            Consumer<ChatEvent> events) {
        this.conversationId = opening.conversationId();
        this.turnId = opening.turnId();
        this.session = opening.session();
        this.text = opening.text();
        this.brief = opening.brief();
        this.ticket = brief.ticket();
        this.memory = new TurnMemory(turnId, brief.page(), history);
        this.exchanges = exchanges;
        this.limits = limits;
        this.mostToolCalls = limits.toolCalls();
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
        ticket |= event instanceof ChatEvent.HandoffCreated;
        if (event instanceof ChatEvent.Card card) {
            cards.add(card);
        }
        events.accept(event);
    }

    @Override
    public List<ChatEvent.Card> cards() {
        return List.copyOf(cards);
    }

    @Override
    public String nextCallId() {
        toolCalls++;
        return "call-" + toolCalls;
    }

    @Override
    public Object perform(String tool, Callable<Object> call) throws Exception {
        exchanges.checkGoingOn(this);
        if (toolCallsExhausted(toolCalls - 1) && !tool.equals(HAND_OFF)) {
            throw new ProblemException(ErrorCode.TOOL_CALLS_EXHAUSTED);
        }
        Object result = exchanges.tool(tool, call);
        toolsThatHelped++;
        return result;
    }

    @Override
    public boolean isReplay() {
        return exchanges.isReplay();
    }

    /** What the shopper said. */
    public String text() {
        return text;
    }

    public TurnBrief brief() {
        return brief;
    }

    public Exchanges exchanges() {
        return exchanges;
    }

    /** The turn has lasted as long as it may. */
    public boolean isOverdue() {
        return limits.deadline().passed();
    }

    /** No further tool call will be accepted. */
    public boolean toolCallsExhausted() {
        return toolCallsExhausted(toolCalls);
    }

    /** Whether the model has called tools so often that it has to answer now. */
    public boolean toolRoundsExhausted(long made) {
        return made >= limits.toolRounds();
    }

    /** Those of an answer's calls that the turn may still make; the others would only be refused one by one. */
    public List<ToolExecutionRequest> withinLimit(List<ToolExecutionRequest> calls) {
        List<ToolExecutionRequest> within = new ArrayList<>();
        for (ToolExecutionRequest call : calls) {
            if (!toolCallsExhausted(toolCalls + within.size()) || call.name().equals(HAND_OFF)) {
                within.add(call);
            }
        }
        return within;
    }

    private boolean toolCallsExhausted(int made) {
        return made >= mostToolCalls;
    }

    public TurnMemory memory() {
        return memory;
    }

    /** The model begins anew, after a tool or instead of another model: what it says is a paragraph of its own. */
    public void beginStep() {
        newStep = true;
    }

    /** Says a finished sentence to the shopper. */
    public void say(String sentence) {
        String clean = VisibleText.of(Redaction.of(StorableText.of(sentence)));
        String text = gap(clean) + clean;
        newStep = false;
        said.append(text);
        emit(new ChatEvent.TextDelta(text));
    }

    private String gap(String next) {
        if (said.isEmpty() || next.isEmpty()) {
            return "";
        }
        if (newStep) {
            return "\n\n";
        }
        // An answer that was taken up again comes without the space that stood between its sentences.
        boolean apart = Character.isWhitespace(said.charAt(said.length() - 1)) || !startsWord(next);
        return apart ? "" : " ";
    }

    private static boolean startsWord(String text) {
        return Character.isLetterOrDigit(text.codePointAt(0));
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
        mostToolCalls = Math.max(mostToolCalls, toolCalls + LOCAL_TOOL_CALLS);
    }

    /** Whether the conversation is with a person or waits for one. */
    public boolean hasTicket() {
        return ticket;
    }

    /** The shopper was not helped by what was said. */
    public void getStuck() {
        stuck = true;
    }

    /** Whether the turn got nowhere: by its own account, or because all that it tried was refused. */
    public boolean stuck() {
        return stuck || (toolCalls > 0 && toolsThatHelped == 0);
    }

    /** @param words the key of the sentence with which a person is offered behind the answer */
    public void offerPerson(String words) {
        personOffer = words;
    }

    /** The words with which a person is to be offered: something asks for it, or turn after turn gets nowhere. */
    public Optional<String> personOffer() {
        boolean stuckForLong = stuck() && brief.stuckBefore() + 1 >= STUCK_IN_A_ROW;
        return Optional.ofNullable(personOffer).or(() -> stuckForLong ? Optional.of(OFFER_PERSON) : Optional.empty());
    }

    public void count(ModelCall call) {
        modelCalls.add(call);
    }

    /** The longest that a call to the provider may still take, so that the local assistant can answer if it fails. */
    public Duration callTimeLeft() {
        Duration left = limits.deadline().left().minus(limits.reserve());
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(limits.longestCall()) < 0 ? left : limits.longestCall();
    }

    /** Every call to a model, also those that failed, in order. */
    public List<ModelCall> modelCalls() {
        return List.copyOf(modelCalls);
    }

    /** How many tools were called so far, the refused ones too. */
    public int toolCalls() {
        return toolCalls;
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
        ended.countDown();
        closeUpstream();
    }

    /** Closes what is open to the model now. */
    public void closeUpstream() {
        upstream.forEach(AnswerTurn::close);
    }

    @Override
    public Optional<ErrorCode> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The code of the failure that this exception ends the turn with. */
    public ErrorCode failure(RuntimeException cause) {
        return switch (cause) {
            case TurnStoppedException stop -> stopped().orElse(ErrorCode.TURN_INTERRUPTED);
            case ModelFailure silence -> ErrorCode.MODEL_UNAVAILABLE;
            default -> ErrorCode.INTERNAL_ERROR;
        };
    }

    /** @throws TurnStoppedException if the turn is stopped meanwhile */
    public void pause(Duration time) {
        try {
            if (ended.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TurnStoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TurnStoppedException();
        }
    }

    /** @throws TurnStoppedException once {@link #stop} was called */
    public void checkGoingOn() {
        if (stopped != null) {
            throw new TurnStoppedException();
        }
    }

    /** Has {@code connection} closed when the turn is stopped while the block runs; at once if it is stopped already. */
    public <T> T whileOpen(AutoCloseable connection, Callable<T> block) throws Exception {
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
