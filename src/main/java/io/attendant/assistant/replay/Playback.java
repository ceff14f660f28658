package io.attendant.assistant.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.Exchanges;
import io.attendant.assistant.TurnStoppedException;
import io.attendant.assistant.model.ModelFailure;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Gives a turn what came in from outside when it was recorded. Nothing is asked and nothing runs. */
final class Playback implements Exchanges {
    /** The turn went another way than when it was recorded, on which there is nothing to play. */
    static final class Diverged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Diverged() {
            super("the turn asks for something that was not recorded");
        }
    }

    private final TurnRecording recording;
    private final RecordedExchanges exchanges;
    private final IntSupplier events;
    private int models;
    private int tools;
    private int checks;
    private boolean stopSeen;
    private Unexpected unexpected;

    /**
     * What was asked of the world outside otherwise than it was recorded.
     *
     * @param at how many events there were by then
     * @param expected empty if nothing was recorded any more
     * @param actual empty if nothing was asked for any more
     */
    record Unexpected(int at, Optional<Replay.Step> expected, Optional<Replay.Step> actual) {}

    /** @param events how many the turn has sent so far */
    Playback(TurnRecording recording, IntSupplier events) {
        this.recording = recording;
        this.exchanges = recording.exchanges();
        this.events = events;
    }

    @Override
    public boolean isReplay() {
        return true;
    }

    @Override
    public boolean hasProvider() {
        return recording.opening().provider();
    }

    @Override
    public Optional<String> ownReply(Supplier<Optional<String>> reply) {
        return exchanges.own().map(own -> {
            send(own.events());
            return own.reply().orElseThrow(() -> new IllegalStateException("the recorded reply failed"));
        });
    }

    @Override
    public ChatResponse model(ChatRequest request, Consumer<String> text) {
        if (models == exchanges.models().size()) {
            throw unexpected(Optional.empty(), Optional.of(Replay.Step.modelAsked()));
        }
        RecordedExchanges.Model recorded = exchanges.models().get(models++);
        AnswerTurn turn = AnswerTurn.current();
        try {
            recorded.pieces().forEach(text);
        } finally {
            recorded.calls().forEach(turn::count);
        }
        return switch (recorded.ending()) {
            case answered -> response(recorded);
            case failed -> throw new ModelFailure(recorded.failure().orElseThrow());
            case stopped -> throw stopped(turn);
            case held_back -> throw unexpected(Optional.of(Replay.Step.modelAsked()), Optional.empty());
            case broken -> throw new IllegalStateException("the recorded call was broken");
        };
    }

    private static ChatResponse response(RecordedExchanges.Model recorded) {
        return ChatResponse.builder()
                .aiMessage((AiMessage) ChatMessageDeserializer.messageFromJson(
                        recorded.answer().orElseThrow().toString()))
                .finishReason(recorded.finishReason().orElse(null))
                .build();
    }

    @Override
    public JsonNode tool(String name, Callable<Object> call) {
        Optional<RecordedExchanges.Tool> next =
                tools < exchanges.tools().size() ? Optional.of(exchanges.tools().get(tools)) : Optional.empty();
        if (next.filter(tool -> tool.name().equals(name)).isEmpty()) {
            unexpected(
                    next.map(RecordedExchanges.Tool::name).map(Replay.Step::toolAsked),
                    Optional.of(Replay.Step.toolAsked(name)));
            throw new ProblemException(ErrorCode.TOOL_FAILED);
        }
        tools++;
        RecordedExchanges.Tool recorded = next.get();
        send(recorded.events());
        recorded.refusal().ifPresent(code -> {
            throw new ProblemException(code);
        });
        return recorded.result().orElseGet(NullNode::getInstance);
    }

    @Override
    public void checkGoingOn(AnswerTurn turn) {
        checks++;
        if (stopSeen
                || exchanges
                        .stop()
                        .flatMap(RecordedExchanges.Stop::check)
                        .filter(at -> at == checks)
                        .isPresent()) {
            throw stopped(turn);
        }
    }

    private TurnStoppedException stopped(AnswerTurn turn) {
        stopSeen = true;
        turn.stop(exchanges.stop().map(RecordedExchanges.Stop::why).orElse(ErrorCode.TURN_INTERRUPTED));
        return new TurnStoppedException();
    }

    private void send(List<Integer> events) {
        AnswerTurn turn = AnswerTurn.current();
        events.stream()
                .flatMap(place -> recording.events().get(place).event().stream())
                .forEach(turn::emit);
    }

    private Diverged unexpected(Optional<Replay.Step> expected, Optional<Replay.Step> actual) {
        if (unexpected == null) {
            unexpected = new Unexpected(events.getAsInt(), expected, actual);
        }
        return new Diverged();
    }

    /** The first that was asked for in vain, else the first that was recorded and not asked for. */
    Optional<Unexpected> unexpected() {
        Optional<Replay.Step> left = models < exchanges.models().size()
                ? Optional.of(Replay.Step.modelAsked())
                : exchanges.tools().stream().skip(tools).findFirst().map(tool -> Replay.Step.toolAsked(tool.name()));
        return Optional.ofNullable(unexpected)
                .or(() -> left.map(step -> new Unexpected(events.getAsInt(), Optional.of(step), Optional.empty())));
    }
}
