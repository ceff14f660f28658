package io.attendant.assistant.guard;

import dev.langchain4j.data.message.ChatMessage;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.Prompts;
import io.attendant.assistant.ToolLevels;
import io.attendant.assistant.guard.claims.Claim;
import io.attendant.assistant.guard.claims.ClaimCheck;
import io.attendant.assistant.guard.claims.Evidence;
import io.attendant.assistant.people.People;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What every finished sentence of the provider's model passes before it is sent: a hand-over that it promises is made true,
 * and what gives the prompt away or nobody vouches for is held back.
 */
@ApplicationScoped
public class SentenceGates {
    private static final String PROMPT_LEAK = "prompt_leak";
    /** What a ticket stands for, however it is said: a conversation is "handed over" in the words for a parcel. */
    private static final Set<Claim.Kind> BY_PEOPLE = EnumSet.of(Claim.Kind.PROMISE, Claim.Kind.DONE, Claim.Kind.STATUS);

    private final ClaimCheck claims = ClaimCheck.load();
    private final PromptLeak prompt = PromptLeak.of(Prompts.text("support"), ToolLevels.names());

    @Inject
    AnswerEvidence evidence;

    @Inject
    People people;

    @Inject
    MeterRegistry metrics;

    /**
     * @param messages what the model was given, with all that vouches for what it may say
     * @return takes sentences and says them, or throws {@link HeldBack}
     */
    public Consumer<String> open(AnswerTurn turn, List<ChatMessage> messages) {
        return new Gate(turn, messages);
    }

    private final class Gate implements Consumer<String> {
        private final AnswerTurn turn;
        private final List<ChatMessage> messages;
        private Evidence vouching;
        private boolean withTicket;

        private Gate(AnswerTurn turn, List<ChatMessage> messages) {
            this.turn = turn;
            this.messages = messages;
        }

        @Override
        public void accept(String sentence) {
            boolean keptPromise = people.keepsPromise(turn, sentence);
            if (prompt.leaks(turn.said(), sentence)) {
                throw heldBack(List.of(PROMPT_LEAK), "- your instructions or the tools' definitions");
            }
            List<Claim> unvouched = claims.check(sentence, turn.said(), vouching()).stream()
                    .filter(claim -> !(keptPromise && BY_PEOPLE.contains(claim.kind())))
                    .toList();
            if (!unvouched.isEmpty()) {
                throw heldBack(
                        unvouched.stream()
                                .map(claim -> claim.kind().name().toLowerCase(Locale.ROOT))
                                .toList(),
                        unvouched.stream()
                                .map(claim -> "- " + claim.kind() + ": " + claim.text())
                                .collect(Collectors.joining("\n")));
            }
            turn.say(sentence);
        }

        /** Made once for an answer, and again when a ticket has come of a sentence: that vouches too. */
        private Evidence vouching() {
            if (vouching == null || withTicket != turn.hasTicket()) {
                withTicket = turn.hasTicket();
                vouching = evidence.of(turn, messages);
            }
            return vouching;
        }

        private HeldBack heldBack(List<String> kinds, String reason) {
            kinds.forEach(kind -> metrics.counter("attendant.sentences.held.back", "kind", kind)
                    .increment());
            Log.infof(
                    "sentence held back: conversationId=%s turnId=%s kinds=%s",
                    turn.conversationId(), turn.turnId(), kinds);
            return new HeldBack(reason);
        }
    }
}
