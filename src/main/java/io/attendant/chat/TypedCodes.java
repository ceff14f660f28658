package io.attendant.chat;

import io.attendant.assistant.AnswerTurn;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.Conversations;
import io.attendant.conversations.TurnLog;
import io.attendant.identity.TrustLevel;
import io.attendant.identity.verification.Verifications;
import io.attendant.shared.wording.Wording;
import io.attendant.shared.wording.Wordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes a code that a shopper types into the chat while one is awaited, before it is stored and before any model sees it.
 */
@ApplicationScoped
public class TypedCodes {
    /** Six digits that belong together, also as "123 456"; not the end of an order's number. */
    private static final Pattern CODE =
            Pattern.compile("(?<![\\p{L}\\p{N}#._-])(\\p{Nd}{3})[ \\u00a0-]?(\\p{Nd}{3})(?![\\p{L}\\p{N}_-])");

    private static final String MASK = "••••••";

    private final Wordings wordings = Wordings.load("/identity/replies", Optional.empty());

    @Inject
    ReplyLanguage language;

    @Inject
    Verifications verifications;

    @Inject
    CodeEntry entry;

    @Inject
    TurnLog turns;

    /** The code in the message, if the conversation awaits one; whoever is known already needs none. */
    Optional<String> in(Conversations.Access access, String text) {
        if (access.level() == TrustLevel.customer) {
            return Optional.empty();
        }
        return CODE.matcher(text)
                .results()
                .findFirst()
                .map(TypedCodes::digits)
                .filter(code -> verifications.openCheck(access.conversationId()).isPresent());
    }

    private static String digits(MatchResult found) {
        StringBuilder digits = new StringBuilder();
        (found.group(1) + found.group(2)).chars().forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }

    /** The message as it may be kept. */
    static String masked(String text) {
        return CODE.matcher(text).replaceAll(MASK);
    }

    /** Tries the code that the turn's message held, and says what came of it. */
    String answer(AnswerTurn turn, Conversations.Access access, String code) {
        Wording words = wordings.in(language.of(turn));
        return switch (entry.enter(access, code)) {
            case Verifications.CodeResult.Right right -> {
                offerLastQuestion(turn, words);
                yield words.text("code.right");
            }
            case Verifications.CodeResult.Wrong wrong ->
                wrong.triesLeft() > 0 ? words.count("code.wrong", wrong.triesLeft()) : words.text("code.none");
        };
    }

    private void offerLastQuestion(AnswerTurn turn, Wording words) {
        turns.saidBefore(turn.conversationId(), turn.turnId())
                .filter(question -> !question.contains(MASK))
                .ifPresent(question -> turn.emit(
                        new ChatEvent.Choices(List.of(new ChatEvent.Choice(words.text("code.again"), question)))));
    }
}
