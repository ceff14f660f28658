package io.attendant.assistant.replay;

import dev.langchain4j.data.message.ChatMessage;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.Assistant;
import io.attendant.assistant.memory.TurnMessages;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ModelCall;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Runs recorded conversations again, turn by turn, with all that came in from outside as it was recorded and all else as the
 * code does it today. No model is asked, no tool runs, nothing is written and nobody is told; it takes the calling thread.
 */
@ApplicationScoped
public class ReplayRunner {
    private static final UUID NO_MESSAGE = new UUID(0, 0);

    @Inject
    Assistant assistant;

    /** What one turn gave. */
    private record Run(List<RecordedEvent> events, Optional<Replay.Difference> difference) {}

    /**
     * Runs a conversation again.
     *
     * @param conversation its turns in the order they were asked
     * @throws ProblemException {@link ErrorCode#RECORDING_INCOMPLETE} if a turn builds on one that is not there
     */
    public Replay replay(List<TurnRecording> conversation) {
        checkComplete(conversation);
        Map<UUID, List<ChatMessage>> memory = new HashMap<>();
        List<Replay.Turn> turns = new ArrayList<>();
        Optional<Replay.Difference> first = Optional.empty();
        for (TurnRecording recording : conversation) {
            Run run = run(recording, memory);
            turns.add(new Replay.Turn(
                    recording.turnId(), run.difference().isEmpty(), Fingerprints.ofEvents(run.events())));
            first = first.or(run::difference);
        }
        return new Replay(
                turns, Fingerprints.of(turns.stream().map(Replay.Turn::hash).toList()), first);
    }

    private static void checkComplete(List<TurnRecording> conversation) {
        Set<UUID> known = new HashSet<>();
        for (TurnRecording recording : conversation) {
            if (!known.containsAll(recording.shown())) {
                throw new ProblemException(ErrorCode.RECORDING_INCOMPLETE);
            }
            known.add(recording.turnId());
        }
    }

    /** @param memory of the turns before; this one is added */
    private Run run(TurnRecording recording, Map<UUID, List<ChatMessage>> memory) {
        List<RecordedEvent> events = new ArrayList<>();
        // The start tells the turn's id and the model's name, which nothing else decides than the record.
        events.add(recording.events().getFirst());
        var playback = new Playback(recording, events::size);
        AnswerTurn turn = turn(recording, playback, memory, events);
        Optional<String> remembered = Optional.empty();
        try {
            assistant.answer(turn, Optional::empty);
            events.add(RecordedEvent.of(new ChatEvent.TurnCompleted(
                    messageId(recording),
                    turn.said(),
                    turn.degraded(),
                    ModelCall.sum(turn.modelCalls(), turn.toolCalls()))));
            remembered = Optional.of(Fingerprints.ofMemory(turn.memory().added()));
            TurnMessages.read(TurnMessages.write(turn.memory().added()))
                    .ifPresent(messages -> memory.put(recording.turnId(), messages));
        } catch (RuntimeException e) {
            ErrorCode code = turn.failure(e);
            if (code != ErrorCode.TURN_STOPPED) {
                assistant.fail(turn);
            }
            events.add(RecordedEvent.of(ChatEvent.TurnFailed.of(code, true)));
        }
        return new Run(events, Differences.first(recording, events, playback.unexpected(), remembered));
    }

    private static AnswerTurn turn(
            TurnRecording recording,
            Playback playback,
            Map<UUID, List<ChatMessage>> memory,
            List<RecordedEvent> events) {
        TurnRecording.Opening opening = recording.opening();
        return new AnswerTurn(
                new AnswerTurn.Opening(
                        recording.conversationId(),
                        recording.turnId(),
                        opening.session(),
                        opening.text(),
                        opening.brief()),
                recording.shown().stream()
                        .flatMap(shown -> memory.getOrDefault(shown, List.of()).stream())
                        .toList(),
                playback,
                opening.limits(),
                event -> events.add(RecordedEvent.of(event)));
    }

    /** Ids are the record's. */
    private static UUID messageId(TurnRecording recording) {
        RecordedEvent end = recording.events().getLast();
        return end.type().equals("turn.completed")
                ? Json.read(end.data().path("messageId").toString(), UUID.class)
                : NO_MESSAGE;
    }
}
