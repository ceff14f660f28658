package io.attendant.chat;

import io.attendant.actions.ActionOutcome;
import io.attendant.actions.Decisions;
import io.attendant.actions.TypedAnswers;
import io.attendant.assistant.AnswerTurn;
import io.attendant.conversations.ChatEvent;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.attendant.shared.wording.Wording;
import io.attendant.shared.wording.Wordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Answers a typed yes or no to a proposal, without a model: the shopper's own words decide, and nobody else's. */
@ApplicationScoped
public class TypedDecisions {
    private final Wordings wordings = Wordings.load("/actions/replies", Optional.empty());

    @Inject
    ReplyLanguage language;

    @Inject
    TypedAnswers answers;

    @Inject
    Decisions decisions;

    /** @return the reply if the message was a decision, which is carried out then; otherwise nothing has happened */
    Optional<String> answer(AnswerTurn turn) {
        return answers.read(turn.text()).flatMap(decision -> decided(turn, decision));
    }

    private Optional<String> decided(AnswerTurn turn, Decisions.Decision decision) {
        Wording words = wordings.in(language.of(turn));
        try {
            return decisions
                    .decideOpen(turn.conversationId(), turn.session(), decision, turn::emit)
                    .map(decided -> sentence(words, decided));
        } catch (ProblemException e) {
            if (e.code() != ErrorCode.VERIFICATION_REQUIRED) {
                throw e;
            }
            turn.emit(new ChatEvent.VerificationRequired("confirm"));
            return Optional.of(words.text("verify"));
        }
    }

    private static String sentence(Wording words, Decisions.Decided decided) {
        ActionOutcome outcome = decided.outcome();
        return switch (outcome.status()) {
            case executed ->
                words.text(
                        "executed." + decided.kind(),
                        Map.of("order", decided.orderId().orElse("")));
            case declined -> words.text("declined");
            case failed -> {
                String exact = "failed." + outcome.code();
                yield words.text(words.has(exact) ? exact : "failed");
            }
            case expired -> words.text("expired");
            case pending -> throw new IllegalStateException("a decision leaves nothing pending");
        };
    }
}
