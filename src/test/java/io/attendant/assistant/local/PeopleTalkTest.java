package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTalkTest {
    private static final String INTRODUCTION =
            "I'm this shop's built-in assistant: an automatic assistant, not a person.";

    private final Talk talk = new Talk(FakeShop.usual());

    @Test
    void saysOnceWhatItIs() {
        assertThat(talk.say("hello").text()).isEqualTo("Hello! " + INTRODUCTION + " How can I help you?");
        assertThat(talk.say("hi again").text()).doesNotContain(INTRODUCTION);
        assertThat(talk.say("where is my order").text()).doesNotContain(INTRODUCTION);
        assertThat(talk.say("Wo ist meine Bestellung?").text()).doesNotContain("eingebaute Assistent");
    }

    @Test
    void saysWhatItIsWheneverAsked() {
        talk.say("hello");

        assertThat(talk.say("am I talking to a human?").text()).contains(INTRODUCTION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I want to talk to a human                | I have opened a ticket
            Ich möchte mit einem Menschen sprechen   | Ich habe ein Ticket
            Je veux parler à un conseiller           | J'ai ouvert un ticket
            Quiero hablar con una persona            | He abierto un tique
            Voglio parlare con una persona           | Ho aperto un ticket
            Quero falar com uma pessoa               | Abri um ticket
            Ik wil met een medewerker praten         | Ik heb een ticket
            Chcę porozmawiać z człowiekiem           | Zgłoszenie dla naszego zespołu jest otwarte
            """)
    void bringsInAPersonAtOnce(String wish, String answer) {
        Talk.Answer handed = talk.say(wish);

        assertThat(handed.calls())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("handOffToHuman")
                .contains(wish);
        assertThat(handed.text()).contains(answer, "2");
    }

    @Test
    void speaksOfATicketOnlyIfThereIsOne() {
        Talk broken = new Talk(FakeShop.usual().with("handOffToHuman", arguments -> FakeShop.refusal("tool_failed")));
        Talk odd = new Talk(FakeShop.usual().with("handOffToHuman", arguments -> "{}"));
        Talk without = new Talk(FakeShop.usual().without("handOffToHuman"));

        assertThat(broken.say("human please").text())
                .contains("could not open a ticket")
                .doesNotContain("I have opened");
        assertThat(odd.say("human please").text())
                .contains("could not open a ticket")
                .doesNotContain("I have opened");
        assertThat(without.say("human please").text())
                .contains("could not open a ticket")
                .doesNotContain("I have opened");
    }

    @Test
    void offersAPersonAfterTwoMisunderstandings() {
        assertThat(talk.say("blub blob").text()).endsWith("Is it about an order, a product or our shop in general?");
        assertThat(talk.say("flim flam").text()).endsWith("Shall I bring in a person from our team?");
        assertThat(talk.say("yes please").calls()).hasSize(1).first().asString().startsWith("handOffToHuman");
    }

    @Test
    void countsOnlyMisunderstandingsInARow() {
        talk.say("blub blob");
        talk.say("where is my order");

        assertThat(talk.say("flim flam").text()).contains("I'm not sure what you mean");
    }

    @Test
    void takesNoForAnAnswer() {
        talk.say("blub blob");
        talk.say("flim flam");

        Talk.Answer answer = talk.say("no");

        assertThat(answer.calls()).isEmpty();
        assertThat(answer.text()).contains("All right");
    }

    @Test
    void okAndThanksCloseTheSubjectWithoutBringingAnybody() {
        talk.say("I want to cancel my order");

        Talk.Answer answer = talk.say("ok thanks");

        assertThat(answer.calls()).isEmpty();
        assertThat(answer.text()).isEqualTo("You're welcome!");
    }

    @Test
    void aNewWishBeatsAnOpenQuestion() {
        talk.say("I want to cancel my order");

        assertThat(talk.say("no, show me my orders").calls()).containsExactly("listMyOrders{}");
    }

    @Test
    void staysPolite() {
        assertThat(talk.say("you idiot").text())
                .contains("I'm sorry")
                .endsWith("Shall I bring in a person from our team?");
        assertThat(talk.say("bye").text()).contains("Goodbye");
    }

    @Test
    void tellsThePersonWhatWasSaid() {
        talk.say("where is order W7654321");
        String long1 = "it is broken and " + "very ".repeat(100) + "sad";
        talk.say(long1);

        String call = talk.say("human please").calls().get(0);

        assertThat(call)
                .contains("where is order W7654321", "human please", "#W7654321")
                .hasSizeLessThan(800);
    }
}
