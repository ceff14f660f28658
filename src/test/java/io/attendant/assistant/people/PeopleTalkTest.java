package io.attendant.assistant.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.people.Phrases.Phrase;
import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.Wordings;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recognised of what people write and models say about people. The phrases were written without the word lists. */
class PeopleTalkTest {
    private static final PeopleTalk TALK = PeopleTalk.load();

    @Test
    void wishesForAPerson() {
        assertThat(missed("wishes", Phrases.all("wishes"), TALK::asksForPerson)).isEmpty();
    }

    @Test
    void noWishIsTakenForOne() {
        assertThat(missed("no wishes", Phrases.all("no-wish"), text -> !TALK.asksForPerson(text)))
                .isEmpty();
    }

    @Test
    void promisesOfAPerson() {
        assertThat(missed("promises", Phrases.all("promises"), TALK::saysHandingOver))
                .isEmpty();
    }

    @Test
    void noOfferIsTakenForAPromise() {
        assertThat(missed("no promises", Phrases.all("no-promise"), text -> !TALK.saysHandingOver(text)))
                .isEmpty();
    }

    @Test
    void anger() {
        assertThat(missed("angry", Phrases.all("angry"), TALK::isAngry)).isEmpty();
    }

    @Test
    void calmIsNotTakenForAnger() {
        assertThat(missed("calm", Phrases.all("calm"), text -> !TALK.isAngry(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ownWordsAreReadAsTheyAreMeant(Language language) {
        var words = Wordings.load("/people/replies", Optional.empty()).in(language);
        assertThat(TALK.asksForPerson(words.text("offer_person_choice_text"))).isTrue();
        assertThat(TALK.saysHandingOver(words.text("handed_over"))).isTrue();
        for (String key : List.of("offer_person", "cannot_confirm", "cut_off", "unfinished", "over_budget_offer")) {
            assertThat(TALK.saysHandingOver(words.text(key))).as(key).isFalse();
        }
    }

    @Test
    void slipsOfTheFingerAreForgiven() {
        assertThat(PhraseIndex.alike("human", "humna")).isTrue();
        assertThat(PhraseIndex.alike("person", "persn")).isTrue();
        assertThat(PhraseIndex.alike("operator", "operattor")).isTrue();
        assertThat(PhraseIndex.alike("agent", "argent")).isFalse();
        assertThat(PhraseIndex.alike("agent", "urgent")).isFalse();
        assertThat(PhraseIndex.alike("rep", "reb")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "je veux récupérer mon argent",
                "I want the stuff I ordered",
                "I need a gift for my manager",
                "quiero una agenda",
                "quiero un regalo personal"
            })
    void whatLooksLikeAPersonIsNone(String text) {
        assertThat(TALK.asksForPerson(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm handing you over to a colleague who will speak to the courier about your parcel.",
                "I can't find that parcel, so I'm passing you to a colleague.",
                "I've connected you with a colleague, let me know if you need anything else.",
                "Ich kann Ihnen da nicht helfen und verbinde Sie daher mit einer Kollegin."
            })
    void denialElsewhereInTheSentenceTakesNothingBack(String sentence) {
        assertThat(TALK.saysHandingOver(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can look it up, explain it and bring in a person.",
                "Puedo mirarlo y avisar a una persona.",
                "I'll connect you with a person, if you like.",
                "Unless you object, I'll connect you with a person.",
                "The agent at the depot will contact you."
            })
    void offerIsNoPromiseHoweverFarItReaches(String sentence) {
        assertThat(TALK.saysHandingOver(sentence)).isFalse();
    }

    @Test
    void longMessagesAreReadToTheEnd() {
        String story = "my parcel did not come and the neighbour has not seen it either ".repeat(60);
        assertThat(TALK.asksForPerson(story + ". I want to talk to a human")).isTrue();
        assertThat(TALK.asksForPerson(story)).isFalse();
    }

    /** The phrases that are read wrongly; prints how many are read rightly. */
    private static List<Phrase> missed(String what, List<Phrase> phrases, Predicate<String> right) {
        List<Phrase> missed =
                phrases.stream().filter(phrase -> !right.test(phrase.text())).toList();
        System.out.printf("talk about people, %s: %d of %d%n", what, phrases.size() - missed.size(), phrases.size());
        assertThat(phrases).isNotEmpty();
        return missed;
    }
}
