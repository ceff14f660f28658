package io.attendant.assistant.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds where a turn that was run again first went another way. */
final class Differences {
    private Differences() {}

    /**
     * @param events what the turn gave now
     * @param unexpected what it asked for otherwise than it was recorded
     * @param memory the fingerprint of what it added to the model's memory now; empty if it failed
     */
    static Optional<Replay.Difference> first(
            TurnRecording recording,
            List<RecordedEvent> events,
            Optional<Playback.Unexpected> unexpected,
            Optional<String> memory) {
        // Where both come at once, the event is what came of it.
        Optional<Integer> event = firstEvent(recording.events(), events);
        Optional<Playback.Unexpected> before = unexpected.filter(
                asked -> event.map(index -> asked.at() <= index).orElse(true));
        return before.map(asked ->
                        new Replay.Difference(recording.turnId(), asked.at(), asked.expected(), asked.actual()))
                .or(() -> event.map(index -> new Replay.Difference(
                        recording.turnId(), index, step(recording.events(), index), step(events, index))))
                .or(() -> memory.equals(recording.memory())
                        ? Optional.empty()
                        : Optional.of(new Replay.Difference(
                                recording.turnId(),
                                events.size(),
                                recording.memory().map(Replay.Step::remembered),
                                memory.map(Replay.Step::remembered))));
    }

    private static Optional<Integer> firstEvent(List<RecordedEvent> expected, List<RecordedEvent> actual) {
        return IntStream.range(0, Math.max(expected.size(), actual.size()))
                .filter(index -> index >= expected.size()
                        || index >= actual.size()
                        || !expected.get(index).isSame(actual.get(index)))
                .boxed()
                .findFirst();
    }

    private static Optional<Replay.Step> step(List<RecordedEvent> events, int index) {
        return index < events.size() ? Optional.of(Replay.Step.of(events.get(index))) : Optional.empty();
    }
}
