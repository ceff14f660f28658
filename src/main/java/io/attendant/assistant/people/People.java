package io.attendant.assistant.people;

import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.guard.HeldBack;
import io.attendant.conversations.ChatEvent;
import io.attendant.handoff.HandoffTools;
import io.attendant.shared.wording.Wording;
import io.attendant.shared.wording.Wordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that a person is there when one was wished for or promised, whatever the model does about it, and offers one when
 * the conversation gets nowhere.
 */
@ApplicationScoped
public class People {
    private final PeopleTalk talk = PeopleTalk.load();
    private final Wordings wordings = Wordings.load("/people/replies", Optional.empty());

    @Inject
    HandoffTools handoff;

    /** The sentences about people and about answers that can't be given, in the turn's language. */
    public Wording words(AnswerTurn turn) {
        return wordings.in(turn.session().locale());
    }

    /**
     * Before a sentence of the model goes out: one that says it hands over is made true first.
     *
     * @return whether the sentence is such a promise, kept by a ticket
     * @throws HeldBack if it can't be made true
     */
    public boolean keepsPromise(AnswerTurn turn, String sentence) {
        if (!talk.saysHandingOver(sentence)) {
            return false;
        }
        if (!turn.hasTicket() && !placed(turn, "promised by the assistant")) {
            throw new HeldBack("- a hand-over to a person, which is not possible right now");
        }
        return true;
    }

    /** Once the answer is complete. */
    public void afterAnswer(AnswerTurn turn) {
        if (turn.hasTicket()) {
            return;
        }
        if (talk.asksForPerson(turn.text())) {
            String then = placed(turn, "wished by the shopper") ? "handed_over" : "unfinished";
            add(turn, words(turn).text(then));
            return;
        }
        if (talk.isAngry(turn.text())) {
            turn.offerPerson("offer_person");
        }
        turn.personOffer().ifPresent(offer -> {
            add(turn, words(turn).text(offer));
            showWay(turn);
        });
    }

    private boolean placed(AnswerTurn turn, String reason) {
        handoff.handOffToHuman(reason, turn.text(), turn.asParameters());
        return turn.hasTicket();
    }

    /** When there is no answer: the way to a person is shown without a word. */
    public void afterFailure(AnswerTurn turn) {
        turn.getStuck();
        if (!turn.hasTicket() && turn.personOffer().isPresent()) {
            showWay(turn);
        }
    }

    private void showWay(AnswerTurn turn) {
        Wording words = words(turn);
        turn.emit(new ChatEvent.Choices(List.of(new ChatEvent.Choice(
                words.text("offer_person_choice_label"), words.text("offer_person_choice_text")))));
    }

    private static void add(AnswerTurn turn, String sentence) {
        turn.beginStep();
        turn.say(sentence);
        turn.memory().addToAnswer(sentence);
    }
}
