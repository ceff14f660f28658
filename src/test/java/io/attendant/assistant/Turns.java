package io.attendant.assistant;

import io.attendant.identity.ShopperSession;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns for tests of what works below one. */
public final class Turns {
    private Turns() {}

    /** A turn that nobody listens to, whose calls to a provider may take so long. */
    public static AnswerTurn of(Duration longestCall) {
        var brief = new TurnBrief(LocalDate.EPOCH, "English", OpenPage.NONE, List.of(), false, "", 0);
        return new AnswerTurn(
                new AnswerTurn.Opening(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        ShopperSession.anonymous(Optional.of("en")),
                        "Hello",
                        brief),
                List.of(),
                null,
                new AnswerTurn.Limits(
                        Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()), longestCall, Duration.ZERO, 24, 8),
                event -> {});
    }

    /** Runs it as the work of that turn, on this thread. */
    public static void answering(AnswerTurn turn, Runnable work) {
        turn.runOnThisThread(work);
    }
}
