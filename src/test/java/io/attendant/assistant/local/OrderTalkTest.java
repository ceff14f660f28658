package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTalkTest {
    private static final String LIST = "listMyOrders{}";

    private final Talk talk = new Talk(FakeShop.usual());

    @Test
    void tellsWhereAnOrderIs() {
        Talk.Answer answer = talk.say("Where is my order #W1234567?");

        assertThat(answer.calls()).containsExactly(details("#W1234567"));
        assertThat(answer.text())
                .contains(
                        "Order #W1234567 has been processed.",
                        "The parcel is in transit.",
                        "Northpost",
                        "TRK-884411",
                        "The expected delivery date is March 18, 2026.",
                        "March 16, 2026, Lyon: “Arrived at the sorting centre”.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wo ist meine Bestellung W1234567?    | Die Bestellung #W1234567 ist bearbeitet. | 18.03.2026
            Où est ma commande #w1234567 ?       | La commande #W1234567 a été traitée.     | 18 mars 2026
            ¿Dónde está mi pedido W1234567?      | El pedido #W1234567 ya se ha procesado.  | 18 de marzo de 2026
            Dov'è il mio ordine W1234567?        | L'ordine #W1234567 è stato elaborato.    | 18 marzo 2026
            Onde está o meu pedido W1234567?     | O pedido #W1234567 já foi processado.    | 18 de março de 2026
            Waar is mijn bestelling W1234567?    | Bestelling #W1234567 is verwerkt.        | 18 maart 2026
            Gdzie jest moje zamówienie W1234567? | Zamówienie #W1234567 zostało przetworzone. | 18 marca 2026
            """)
    void answersInTheShoppersLanguage(String question, String status, String date) {
        Talk.Answer answer = talk.say(question);

        assertThat(answer.calls()).containsExactly(details("#W1234567"));
        assertThat(answer.text()).contains(status, date);
    }

    @Test
    void looksTheLastOrderUp() {
        assertThat(talk.say("what is the status of my last order?").calls())
                .containsExactly(LIST, details("#W1234567"));
    }

    @Test
    void picksTheOpenOrderWhenNoneIsNamed() {
        Talk.Answer answer = talk.say("where is my order");

        assertThat(answer.calls()).containsExactly(LIST, details("#W1234567"));
        assertThat(answer.text()).doesNotContain("other open orders");
    }

    @Test
    void offersTheOthersWhenSeveralAreOpen() {
        Talk several = new Talk(FakeShop.usual().with("listMyOrders", arguments -> """
                {"orders":[{"id":"#W1234567","status":"processed"},{"id":"#W7654321","status":"pending"}],"total":2}"""));

        assertThat(several.say("where is my order").text()).endsWith("Shall I list your orders?");
        assertThat(several.say("yes").text()).contains("#W7654321: pending.");
    }

    @Test
    void goesOnToTheOtherOne() {
        talk.say("where is my order?");

        assertThat(talk.say("and the other one?").calls()).containsExactly(details("#W7654321"));
        assertThat(talk.say("and the next one?").calls()).containsExactly(details("#W2222222"));
        assertThat(talk.say("and another?").text()).contains("I don't see another order");
    }

    @Test
    void staysWithTheOrderInQuestion() {
        talk.say("where is order W7654321");

        assertThat(talk.say("what's in it?").calls()).containsExactly(details("#W7654321"));
        assertThat(talk.say("has it been delivered?").calls()).containsExactly(details("#W7654321"));
    }

    @Test
    void findsTheOrderByWhatIsInIt() {
        Talk.Answer answer = talk.say("where is my desk lamp");

        assertThat(answer.calls()).containsExactly(LIST, details("#W7654321"));
        assertThat(answer.text()).contains("has been delivered");
    }

    @Test
    void listsOrdersAndOpensOneOfThem() {
        Talk.Answer list = talk.say("show me my orders");

        assertThat(list.text())
                .contains("You have 3 orders.", "- #W7654321: delivered, February 2, 2026, €119.00, Desk lamp.");
        assertThat(talk.say("the third one").calls()).containsExactly(details("#W2222222"));
    }

    @Test
    void tellsWhatAnOrderHolds() {
        Talk.Answer answer = talk.say("what's in my order #W1234567?");

        assertThat(answer.text())
                .contains("- Pour-over kettle (green), €39.90.", "- Stoneware teapot, €28.00.", "You paid €67.90.");
    }

    @Test
    void tellsWhetherMoneyCameBack() {
        assertThat(talk.say("where is my refund for order #W2222222").text())
                .contains("A refund of €15.50 has been recorded.");
        assertThat(talk.say("has my refund for #W7654321 been processed").text())
                .contains("There is no refund recorded");
    }

    @Test
    void findsANumberThatLacksItsLetter() {
        assertThat(talk.say("where is order 7654321").calls())
                .containsExactly(details("#7654321"), LIST, details("#W7654321"));
    }

    @Test
    void anUnknownNumberIsSaidSo() {
        Talk.Answer answer = talk.say("where is #W9999999?");

        assertThat(answer.calls()).containsExactly(details("#W9999999"));
        assertThat(answer.text())
                .contains("I couldn't find order #W9999999 among your orders.")
                .endsWith("Shall I list your orders?");
        assertThat(talk.say("yes please").calls()).containsExactly(LIST);
        assertThat(talk.say("no thanks").calls()).isEmpty();
    }

    @Test
    void aGuestIsAskedToVerifyAndMayGoOn() {
        FakeShop shop = FakeShop.guest();
        Talk guest = new Talk(shop);

        Talk.Answer asked = guest.say("where is order #W1234567");
        assertThat(asked.calls()).hasSize(2).last().asString().startsWith("requestVerification");
        assertThat(asked.text()).contains("sign in");

        shop.with("getOrderDetails", arguments -> FakeShop.usual().call("getOrderDetails", arguments.toString()));
        assertThat(guest.say("ok done").text()).contains("#W1234567 has been processed");
    }

    @Test
    void asksForTheNumberWhenThereIsNoList() {
        Talk without = new Talk(FakeShop.usual().without("listMyOrders"));

        assertThat(without.say("where is my order").text()).endsWith("Could you tell me the order number?");
        assertThat(without.say("W7654321").calls()).containsExactly(details("#W7654321"));
    }

    @Test
    void aToolThatFailsIsAdmitted() {
        Talk broken = new Talk(FakeShop.usual().with("listMyOrders", arguments -> FakeShop.refusal("tool_failed")));

        assertThat(broken.say("where is my order").text())
                .contains("Sorry, that didn't work just now.")
                .endsWith("Shall I bring in a person from our team?");
    }

    @Test
    void aToolThatAnswersNonsenseHasFailed() {
        Talk broken = new Talk(FakeShop.usual().with("listMyOrders", arguments -> "Error: no such bean"));

        assertThat(broken.say("where is my order").text())
                .contains("that didn't work")
                .doesNotContain("bean");
    }

    @Test
    void noOrdersAreSaidSo() {
        Talk nobody = new Talk(FakeShop.usual().with("listMyOrders", arguments -> """
                {"orders":[],"total":0}"""));

        assertThat(nobody.say("where is my order").text()).contains("I couldn't find any orders");
        assertThat(nobody.say("show my orders").text()).contains("I couldn't find any orders");
    }

    @Test
    void goesOnWhereAnotherModelLeftOff() {
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .name("getOrderDetails")
                .arguments("{\"orderId\":\"#W7654321\"}")
                .build();
        talk.hear(
                "Hi, any news on W7654321?",
                List.of(
                        AiMessage.from(call),
                        ToolExecutionResultMessage.from(
                                call, FakeShop.usual().call("getOrderDetails", call.arguments())),
                        AiMessage.from("It was delivered. Anything else?")));

        Talk.Answer answer = talk.say("what's in it?");

        assertThat(answer.calls()).containsExactly(details("#W7654321"));
        assertThat(answer.text()).startsWith("I'm this shop's built-in assistant");
    }

    private static String details(String orderId) {
        return "getOrderDetails{\"orderId\":\"" + orderId + "\"}";
    }
}
