package io.attendant.assistant.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.shared.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a conversation that was run again.
 *
 * @param turns in the order they were asked
 * @param hash over the hashes of all turns; the same for every replay that gives the same events
 * @param firstDifference absent if all turns are the same
 */
@Schema(
        name = "Replay",
        requiredProperties = {"turns", "hash"})
public record Replay(List<Turn> turns, String hash, Optional<Difference> firstDifference) {

    /**
     * A turn that was run again.
     *
     * @param same whether everything is as it was recorded
     * @param hash over the events that it gave now
     */
    @Schema(
            name = "ReplayedTurn",
            requiredProperties = {"turnId", "same", "hash"})
    public record Turn(UUID turnId, boolean same, String hash) {}

    /**
     * Where a turn first went another way than it was recorded.
     *
     * @param index among the turn's events, from 0
     * @param expected absent where nothing was recorded any more
     * @param actual absent where nothing came any more
     */
    @Schema(
            name = "ReplayDifference",
            requiredProperties = {"turnId", "index"})
    public record Difference(UUID turnId, int index, Optional<Step> expected, Optional<Step> actual) {}

    /**
     * An event; or, where the events are still the same, what the turn asks the world outside for ({@code model.asked},
     * {@code tool.asked}), or what the model will remember of it ({@code turn.remembered}).
     *
     * @param type of the event
     * @param data of the event
     */
    @Schema(
            name = "ReplayStep",
            requiredProperties = {"type", "data"})
    public record Step(
            String type,
            @Schema(implementation = Object.class) JsonNode data) {
        static Step of(RecordedEvent event) {
            return new Step(event.type(), event.data());
        }

        static Step modelAsked() {
            return new Step("model.asked", Json.mapper().createObjectNode());
        }

        static Step toolAsked(String tool) {
            return new Step("tool.asked", Json.mapper().createObjectNode().put("tool", tool));
        }

        static Step remembered(String hash) {
            return new Step("turn.remembered", Json.mapper().createObjectNode().put("hash", hash));
        }
    }
}
