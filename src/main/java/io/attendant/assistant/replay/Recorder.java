package io.attendant.assistant.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.Exchanges;
import io.attendant.assistant.TurnStoppedException;
import io.attendant.assistant.memory.History;
import io.attendant.assistant.model.ModelFailure;
import io.attendant.assistant.replay.RecordedExchanges.Ending;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.LoggedEvent;
import io.attendant.conversations.ModelCall;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stands between a turn and the world outside, and writes down what comes in. Changes nothing of it. */
public final class Recorder implements Exchanges {
    private final Exchanges live;
    private final AnswerTurn turn;
    private final TurnRecording.Opening opening;
    private final List<UUID> shown;
    private final Function<ChatEvent, LoggedEvent> log;
    private final EventOwners owners = new EventOwners();
    private final List<RecordedExchanges.Model> models = new ArrayList<>();
    private final List<Running> tools = new ArrayList<>();
    private Running own;
    private Running running;
    private int checks;
    private Integer stoppedAtCheck;
    private boolean logFailed;
    private boolean answered;

    /** What is being done outside. */
    private static final class Running {
        private final String name;
        private JsonNode result;
        private String reply;
        private ErrorCode refusal;

        private Running(String name) {
            this.name = name;
        }
    }

    /**
     * @param log writes an event to the turn's log
     * @param startedAt when the turn began
     */
    public Recorder(
            AnswerTurn.Opening opening,
            History history,
            AnswerTurn.Limits limits,
            Exchanges live,
            Function<ChatEvent, LoggedEvent> log,
            Instant startedAt) {
        this.live = live;
        this.log = log;
        this.opening = TurnRecording.Opening.of(opening, limits, live.hasProvider(), startedAt);
        this.shown =
                history.turns().stream().map(History.RememberedTurn::turnId).toList();
        this.turn = new AnswerTurn(opening, history.messages(), this, limits, this::write);
    }

    /** The turn that is recorded. */
    public AnswerTurn turn() {
        return turn;
    }

    /** The answer is complete: if the turn fails from here on, it is none of what came in. */
    public void answered() {
        answered = true;
    }

    private void write(ChatEvent event) {
        try {
            owners.add(log.apply(event).id, running);
        } catch (RuntimeException e) {
            // The database is not part of what can be played back.
            logFailed = true;
            throw e;
        }
    }

    @Override
    public boolean hasProvider() {
        return opening.provider();
    }

    @Override
    public Optional<String> ownReply(Supplier<Optional<String>> reply) {
        own = new Running("");
        running = own;
        try {
            Optional<String> said = live.ownReply(reply);
            own.reply = said.orElse(null);
            if (said.isEmpty()) {
                own = null;
            }
            return said;
        } finally {
            running = null;
        }
    }

    @Override
    public Object tool(String name, Callable<Object> call) throws Exception {
        Running outer = running;
        running = new Running(name);
        tools.add(running);
        try {
            Object result = live.tool(name, call);
            running.result = Json.tree(result);
            return result;
        } catch (ProblemException e) {
            running.refusal = e.code();
            throw e;
        } catch (Exception e) {
            running.refusal = ErrorCode.TOOL_FAILED;
            throw e;
        } finally {
            running = outer;
        }
    }

    @Override
    public void checkGoingOn(AnswerTurn checked) {
        checks++;
        try {
            live.checkGoingOn(checked);
        } catch (TurnStoppedException e) {
            if (stoppedAtCheck == null) {
                stoppedAtCheck = checks;
            }
            throw e;
        }
    }

    @Override
    public ChatResponse model(ChatRequest request, Consumer<String> text) {
        int before = turn.modelCalls().size();
        List<String> pieces = new ArrayList<>();
        RuntimeException[] notTaken = new RuntimeException[1];
        try {
            ChatResponse response = live.model(request, piece -> {
                pieces.add(piece);
                try {
                    text.accept(piece);
                } catch (RuntimeException e) {
                    notTaken[0] = e;
                    throw e;
                }
            });
            add(pieces, Ending.answered, response, null, before);
            return response;
        } catch (RuntimeException e) {
            Ending ending = e == notTaken[0] ? Ending.held_back : ending(e);
            add(pieces, ending, null, e instanceof ModelFailure failure ? failure.kind() : null, before);
            throw e;
        }
    }

    private static Ending ending(RuntimeException e) {
        return switch (e) {
            case ModelFailure failure -> Ending.failed;
            case TurnStoppedException stop -> Ending.stopped;
            default -> Ending.broken;
        };
    }

    private void add(List<String> pieces, Ending ending, ChatResponse response, ModelFailure.Kind kind, int before) {
        List<ModelCall> counted = turn.modelCalls();
        models.add(new RecordedExchanges.Model(
                List.copyOf(pieces),
                ending,
                Optional.ofNullable(response)
                        .map(whole ->
                                Json.read(ChatMessageSerializer.messageToJson(whole.aiMessage()), JsonNode.class)),
                Optional.ofNullable(response).map(ChatResponse::finishReason),
                Optional.ofNullable(kind),
                List.copyOf(counted.subList(before, counted.size()))));
    }

    /**
     * The record of the turn, which has ended.
     *
     * @param logged all that stands in the turn's log
     * @param completed whether the turn ended with its answer, and the model remembers it
     * @return empty if something went wrong that a replay can't know of
     */
    Optional<TurnRecording> recording(List<LoggedEvent> logged, boolean completed) {
        if (logFailed || logged.isEmpty() || completed != answered) {
            return Optional.empty();
        }
        EventOwners.Places places =
                owners.places(logged.stream().map(event -> event.id).toList());
        List<RecordedEvent> events = logged.stream()
                .map(event -> new RecordedEvent(event.type, Json.read(event.data, JsonNode.class)))
                .toList();
        return Optional.of(new TurnRecording(
                TurnRecording.VERSION,
                turn.conversationId(),
                turn.turnId(),
                opening,
                shown,
                new RecordedExchanges(
                        Optional.ofNullable(own)
                                .map(asked -> new RecordedExchanges.OwnReply(
                                        Optional.ofNullable(asked.reply), places.of(asked))),
                        models,
                        tools.stream()
                                .map(tool -> new RecordedExchanges.Tool(
                                        tool.name,
                                        Optional.ofNullable(tool.result),
                                        Optional.ofNullable(tool.refusal),
                                        places.of(tool)))
                                .toList(),
                        turn.stopped()
                                .map(why -> new RecordedExchanges.Stop(why, Optional.ofNullable(stoppedAtCheck)))),
                completed ? Optional.of(Fingerprints.ofMemory(turn.memory().added())) : Optional.empty(),
                events,
                Fingerprints.ofEvents(events)));
    }
}
