package io.attendant.assistant.local.dialogue;

import io.attendant.shared.wording.Language;
import java.util.List;
import java.util.Optional;

/**
 * What earlier turns left behind, read from their messages.
 *
 * @param language that the shopper wrote last
 * @param introduced whether the shopper was told what is answering
 * @param focus what the shopper may point at
 * @param question what the last answer asked
 * @param wish what was wanted last, small talk aside
 * @param errand what is being done, if the last answer was a step of it
 * @param rest what else the shopper wants once the errand is settled, in his own words
 * @param misunderstood how many turns in a row were not understood
 */
record State(
        Optional<Language> language,
        boolean introduced,
        Focus focus,
        Optional<Question> question,
        Optional<Wish> wish,
        Optional<Errand> errand,
        List<String> rest,
        int misunderstood) {

    static State start(boolean introduced) {
        return new State(
                Optional.empty(),
                introduced,
                Focus.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0);
    }

    /** The same with nothing open but what was kept for later, without this. */
    State settled(String taken) {
        return new State(
                language,
                introduced,
                focus,
                Optional.empty(),
                wish,
                Optional.empty(),
                rest.stream().filter(text -> !text.equals(taken)).toList(),
                misunderstood);
    }

    /** The same within an answer that has begun. */
    State afterIntroduction() {
        return new State(language, true, focus, question, wish, errand, rest, misunderstood);
    }

    /** The same with what was open when the turn began. */
    State at(Turn turn) {
        Focus seen = focus.lookingAt(turn.page(), turn.pageExists());
        return new State(language, introduced, seen, question, wish, errand, rest, misunderstood);
    }

    /** After a turn: its tool results, and what its answer asked, if the answer was this assistant's. */
    State after(
            Language spoken,
            List<ToolUse> uses,
            Optional<Step.Say> answered,
            Wish turnsWish,
            List<String> stillWanted) {
        return new State(
                Optional.of(spoken),
                introduced,
                focus.after(uses),
                answered.flatMap(Step.Say::question),
                turnsWish.isRequest() ? Optional.of(turnsWish) : wish,
                answered.flatMap(Step.Say::errand),
                stillWanted,
                answered.filter(Step.Say::misunderstood).isPresent() ? misunderstood + 1 : 0);
    }
}
