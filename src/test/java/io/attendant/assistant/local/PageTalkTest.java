package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.OpenPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Is it in stock?" on a product's page, "where is it?" on an order's. */
class PageTalkTest {
    private static final String LIST = "listMyOrders{}";
    private static final OpenPage KETTLE = OpenPage.of("P1", null);
    private static final OpenPage TEAPOT = OpenPage.of("P2", null);
    private static final OpenPage DELIVERED = OpenPage.of(null, "#W7654321");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Is it in stock?                | green
            How much is it?                | 39.90
            How much does this cost?       | 39.90
            Is this available in black?    | black
            Tell me more about this        | slim spout
            Ist das auf Lager?             | green
            Was kostet das?                | 39,90
            C'est combien ?                | 39,90
            ¿Está disponible?              | green
            Quanto costa?                  | 39,90
            Está em estoque?               | green
            Hoeveel kost dit?              | 39,90
            Ile to kosztuje?               | 39,90
            """)
    void aProductThatIsOpenIsTheOneMeant(String question, String told) {
        Talk.Answer answer = new Talk(FakeShop.usual()).at(KETTLE).say(question);

        assertThat(answer.calls()).containsExactly(product("P1"));
        assertThat(answer.text()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Where is it?
            Where is my order?
            What's the status of this order?
            Wo ist meine Bestellung?
            Où est ma commande ?
            ¿Dónde está mi pedido?
            Dov'è il mio ordine?
            Onde está o meu pedido?
            Waar is mijn bestelling?
            Gdzie jest moje zamówienie?
            """)
    void anOrderThatIsOpenIsTheOneMeant(String question) {
        assertThat(new Talk(FakeShop.usual()).at(DELIVERED).say(question).calls())
                .containsExactly(details("#W7654321"));
    }

    @Test
    void whatIsNamedCountsMore() {
        Talk talk = new Talk(FakeShop.usual()).at(DELIVERED);

        assertThat(talk.say("Where is #W1234567?").calls()).containsExactly(details("#W1234567"));
        // The page has been open all along; the talk has moved on.
        assertThat(talk.say("when will it arrive?").calls()).containsExactly(details("#W1234567"));
    }

    @Test
    void anotherPageIsAnotherSubject() {
        Talk talk = new Talk(FakeShop.usual()).at(KETTLE);
        talk.say("How much is it?");

        assertThat(talk.at(TEAPOT).say("and is this one in stock?").calls()).containsExactly(product("P2"));
        assertThat(talk.at(DELIVERED).say("where is it?").calls()).containsExactly(details("#W7654321"));
    }

    @Test
    void anErrandKeepsTheOrderItBeganWith() {
        Talk talk = new Talk(ActionShop.usual()).at(OpenPage.of(null, "#W3000002"));

        assertThat(talk.say("I want to cancel it").calls()).containsExactly(details("#W3000002"));
        Talk.Answer done = talk.at(OpenPage.of(null, "#W3000001")).say("no longer needed");

        assertThat(done.calls())
                .hasSize(1)
                .allMatch(call -> call.startsWith("cancelOrder") && call.contains("#W3000002"));
    }

    @Test
    void anOrderThatIsNotTheShoppersIsNotMeant() {
        Talk talk = new Talk(FakeShop.usual()).at(OpenPage.of(null, "#W9999999"));

        Talk.Answer answer = talk.say("Where is my order?");

        assertThat(answer.calls()).containsExactly(details("#W9999999"), LIST, details("#W1234567"));
        assertThat(answer.text()).contains("#W1234567").doesNotContain("#W9999999");
        assertThat(talk.say("when will it arrive?").calls()).containsExactly(details("#W1234567"));
    }

    @Test
    void aProductThatIsGoneIsNotMeant() {
        Talk.Answer answer =
                new Talk(FakeShop.usual()).at(OpenPage.of("P9", null)).say("Is it in stock?");

        assertThat(answer.calls()).startsWith(product("P9")).hasSizeGreaterThan(1);
        assertThat(answer.text()).doesNotContain("P9");
    }

    @Test
    void aGuestProvesWhoHeIsForTheOrderThatIsOpen() {
        Talk.Answer answer = new Talk(FakeShop.guest()).at(DELIVERED).say("Where is it?");

        assertThat(answer.calls()).startsWith(details("#W7654321"));
        assertThat(answer.calls()).hasSize(2).last().asString().startsWith("requestVerification");
    }

    private static String details(String order) {
        return "getOrderDetails{\"orderId\":\"" + order + "\"}";
    }

    private static String product(String id) {
        return "getProductDetails{\"productId\":\"" + id + "\"}";
    }
}
