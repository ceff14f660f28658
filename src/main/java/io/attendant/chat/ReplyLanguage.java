package io.attendant.chat;

import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.local.LocalModel;
import io.attendant.conversations.TurnLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The language of what the server itself answers to a bare "yes" or a code, which tell no language. */
@ApplicationScoped
public class ReplyLanguage {
    @Inject
    TurnLog turns;

    @Inject
    LocalModel local;

    /** The session's language, else that of what the shopper said before; empty if both are unknown. */
    Optional<String> of(AnswerTurn turn) {
        return turn.session()
                .locale()
                .or(() -> turns.saidBefore(turn.conversationId(), turn.turnId())
                        .map(said -> local.understand(said, Optional.empty())
                                .language()
                                .name()));
    }
}
