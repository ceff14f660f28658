package io.attendant.assistant.memory;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.UUID;

/**
 * What the model is shown of earlier turns.
 *
 * @param turns whole, oldest first
 * @param earlier what the shopper wanted in turns before these, a line each; empty if there are none
 */
public record History(List<RememberedTurn> turns, String earlier) {

    /** A turn's messages, from the shopper's to the answer. */
    public record RememberedTurn(UUID turnId, List<ChatMessage> messages) {}

    public List<ChatMessage> messages() {
        return turns.stream().flatMap(turn -> turn.messages().stream()).toList();
    }

    /**
     * The newest turns that fit, each whole, and a digest of the rest.
     *
     * @param all oldest first
     * @param tokens the most that the turns may have together, estimated; one that doesn't fit ends the window
     */
    static History within(int tokens, List<RememberedTurn> all) {
        int first = all.size();
        long used = 0;
        while (first > 0) {
            used += Tokens.of(all.get(first - 1).messages());
            if (used > tokens) {
                break;
            }
            first--;
        }
        return new History(List.copyOf(all.subList(first, all.size())), Digest.of(all.subList(0, first)));
    }
}
