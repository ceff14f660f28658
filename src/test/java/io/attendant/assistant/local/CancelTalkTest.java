package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancelTalkTest {
    private static final String LIST = "listMyOrders{}";
    private static final String PROPOSED = "Nothing has been changed yet";

    private final Talk talk = new Talk(ActionShop.usual());

    @Test
    void asksForOrderAndReasonAndProposes() {
        Talk.Answer which = talk.say("I want to cancel my order");
        assertThat(which.calls()).containsExactly(LIST);
        assertThat(which.text())
                .contains("- #W3000001: pending, Pour-over kettle + Cotton shirt.")
                .doesNotContain("#W4000001", "#W1234567")
                .endsWith("Which order do you mean?");
        assertThat(which.choices()).containsExactly("#W3000001: Pour-over kettle …", "#W3000002: Margin notebook");

        Talk.Answer why = talk.say("the second one");
        assertThat(why.calls()).containsExactly(details("#W3000002"));
        assertThat(why.text()).endsWith("is it no longer needed, or was it ordered by mistake?");
        assertThat(why.choices()).containsExactly("No longer needed", "Ordered by mistake");

        Talk.Answer done = talk.say("ordered by mistake");
        assertThat(done.calls()).containsExactly(cancel("#W3000002", "ORDERED_BY_MISTAKE"));
        assertThat(done.text())
                .isEqualTo(PROPOSED + ": please check the summary card and confirm it there, or type “yes”.");
    }

    @Test
    void asksNothingThatWasSaid() {
        assertThat(talk.say("Cancel order #W3000001, I no longer need it").calls())
                .containsExactly(details("#W3000001"), cancel("#W3000001", "NO_LONGER_NEEDED"));
    }

    @Test
    void takesTheOnlyOrderThatFits() {
        Talk one = new Talk(ActionShop.withOneOpen());

        assertThat(one.say("please cancel my order, it was an accident").calls())
                .containsExactly(LIST, details("#W3000001"), cancel("#W3000001", "ORDERED_BY_MISTAKE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            #W3000002                   | #W3000002
            W3000002                    | #W3000002
            3000002                     | #W3000002
            the last one                | #W3000001
            2                           | #W3000002
            the one with the notebook   | #W3000002
            the kettle                  | #W3000001
            """)
    void theOrderMayBeNamedInManyWays(String answer, String order) {
        talk.say("cancel my order");

        assertThat(talk.say(answer).calls()).contains(details(order));
    }

    @Test
    void findsTheOrderByItsItems() {
        assertThat(talk.say("cancel the notebook order, no longer needed").calls())
                .containsExactly(LIST, details("#W3000002"), cancel("#W3000002", "NO_LONGER_NEEDED"));
    }

    @Test
    void meansTheOrderThatWasSpokenOf() {
        talk.say("where is order #W3000002");

        talk.say("cancel it");
        assertThat(talk.say("mistake").calls()).containsExactly(cancel("#W3000002", "ORDERED_BY_MISTAKE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"No longer needed", "don't need it anymore", "I changed my mind", "the first", "not needed"})
    void theReasonIsUnderstoodAlsoWhenItBeginsWithNo(String reason) {
        talk.say("cancel order #W3000001");

        assertThat(talk.say(reason).calls()).containsExactly(cancel("#W3000001", "NO_LONGER_NEEDED"));
    }

    @Test
    void theOtherOneIsAnotherOrder() {
        talk.say("Cancel order #W3000001, I no longer need it");

        assertThat(talk.say("no, the other one").calls())
                .containsExactly(LIST, details("#W3000002"), cancel("#W3000002", "NO_LONGER_NEEDED"));
        assertThat(talk.say("sorry, it was order #W3000001 after all").calls())
                .containsExactly(cancel("#W3000001", "NO_LONGER_NEEDED"));
    }

    @Test
    void neverMindEndsIt() {
        talk.say("cancel my order");

        assertThat(talk.say("never mind").text()).isEqualTo("All right, just let me know if there is anything else.");
        assertThat(talk.say("the second one").calls()).doesNotContain(cancel("#W3000002", "NO_LONGER_NEEDED"));
    }

    @Test
    void anotherQuestionIsAnsweredAndTheErrandLeft() {
        talk.say("cancel order #W3000001");

        assertThat(talk.say("what's your return policy").text()).contains("Returns and refunds");
        assertThat(talk.say("thanks").calls()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsAskedAgainAndThenGivenToAPerson() {
        talk.say("cancel my order");

        assertThat(talk.say("asdf qwer").text())
                .startsWith("Sorry, I'm not sure what you mean.")
                .endsWith("Which order do you mean?");
        assertThat(talk.say("xyzzy plugh").text()).endsWith("Shall I bring in a person from our team?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cancel order #W1234567 | has already been processed | Once it has been delivered, you can return or exchange
            cancel order #W4000001 | has already been delivered | You can return or exchange what is in it instead.
            """)
    void anOrderThatIsTooFarIsExplained(String wish, String reason, String instead) {
        Talk.Answer answer = talk.say(wish);

        assertThat(answer.calls()).hasSize(1);
        assertThat(answer.text()).contains(reason, instead).endsWith("Shall I bring in a person from our team?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order_not_pending      | is still pending
            order_already_modified | have been changed once already
            order_not_found        | I couldn't find order #W3000001
            invalid_reason         | ordered by mistake?
            tool_failed            | that didn't work
            order_changed          | that didn't work
            """)
    void everyRefusalIsSaidInPlainWords(String code, String words) {
        Talk refused = new Talk(ActionShop.usual().with("cancelOrder", arguments -> FakeShop.refusal(code)));

        assertThat(refused.say("Cancel order #W3000001, I no longer need it").text())
                .contains(words)
                .doesNotContain(PROPOSED, code);
    }

    @Test
    void noOrderThatFitsIsSaidSo() {
        Talk late = new Talk(ActionShop.usual().with("listMyOrders", arguments -> """
                {"orders":[{"id":"#W1234567","status":"processed","items":["Stoneware teapot"]}],"total":1}"""));

        assertThat(late.say("cancel my order").text())
                .contains("None of your orders can be cancelled at the moment")
                .endsWith("Shall I bring in a person from our team?");
    }

    @Test
    void aGuestVerifiesAndGoesOn() {
        FakeShop shop = ActionShop.guest();
        Talk guest = new Talk(shop);
        Talk.Answer asked = guest.say("cancel order #W3000001, ordered by mistake");
        assertThat(asked.calls()).last().asString().startsWith("requestVerification");
        FakeShop verified = ActionShop.usual();
        shop.tools().forEach(tool -> shop.with(tool, arguments -> verified.call(tool, arguments.toString())));

        assertThat(guest.say("ok done").calls())
                .containsExactly(details("#W3000001"), cancel("#W3000001", "ORDERED_BY_MISTAKE"));
    }

    @Test
    void aCodeThatProvedTheShopperDoesNotInterrupt() {
        FakeShop shop = ActionShop.guest();
        Talk guest = new Talk(shop);
        guest.say("cancel order #W3000001, ordered by mistake");
        FakeShop verified = ActionShop.usual();
        shop.tools().forEach(tool -> shop.with(tool, arguments -> verified.call(tool, arguments.toString())));
        guest.hear("••••••", List.of(AiMessage.from("Thank you, you are verified now.")));

        assertThat(guest.say("ok").calls())
                .containsExactly(details("#W3000001"), cancel("#W3000001", "ORDERED_BY_MISTAKE"));
    }

    @Test
    void whatTheServerDidOnAYesIsOver() {
        talk.say("Cancel order #W3000001, I no longer need it");
        talk.hear("yes", List.of(AiMessage.from("Done: order #W3000001 has been cancelled.")));

        Talk.Answer next = talk.say("cancel my order");

        assertThat(next.calls()).doesNotContain(cancel("#W3000001", "NO_LONGER_NEEDED"));
        assertThat(talk.say("thank you").text()).isEqualTo("You're welcome!");
    }

    @Test
    void aYesThatReachesTheAssistantProposesAgain() {
        talk.say("Cancel order #W3000001, I no longer need it");

        assertThat(talk.say("yes").calls()).containsExactly(cancel("#W3000001", "NO_LONGER_NEEDED"));
    }

    @Test
    void withoutTheToolItHelpsAsBefore() {
        Talk without = new Talk(ActionShop.usual().without("cancelOrder"));

        assertThat(without.say("cancel order #W3000001").text())
                .contains("I can't do that for you myself yet.", "“Cancelling an order”");
    }

    @Test
    void aToolThatSaysNothingHasProposedNothing() {
        Talk odd = new Talk(ActionShop.usual().with("cancelOrder", arguments -> "{}"));

        assertThat(odd.say("Cancel order #W3000001, I no longer need it").text())
                .contains("that didn't work")
                .doesNotContain(PROPOSED);
    }

    @Test
    void whoAsksHowGetsTheArticleAndAnOffer() {
        assertThat(talk.say("How do I cancel an order?").text())
                .contains("“Cancelling an order”")
                .endsWith("Shall I do that for you?");
        assertThat(talk.say("yes please").text()).endsWith("Which order do you mean?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ich möchte meine Bestellung stornieren | die zweite     | Aus Versehen bestellt     | Noch ist nichts geändert
            Je veux annuler ma commande            | la deuxième    | commandé par erreur       | Rien n'est encore modifié
            Quiero cancelar mi pedido              | el segundo     | fue un error              | Todavía no se ha cambiado nada
            Voglio annullare il mio ordine         | il secondo     | ordinato per errore       | Non è stato ancora cambiato nulla
            Quero cancelar o meu pedido            | o segundo      | foi um engano             | Ainda nada foi alterado
            Ik wil mijn bestelling annuleren       | de tweede      | per ongeluk besteld       | Er is nog niets gewijzigd
            Chcę anulować zamówienie               | to drugie      | zamówione przez pomyłkę   | Nic jeszcze nie zostało zmienione
            """)
    void asksInTheShoppersLanguage(String wish, String order, String reason, String proposed) {
        talk.say(wish);
        talk.say(order);
        Talk.Answer answer = talk.say(reason);

        assertThat(answer.calls()).containsExactly(cancel("#W3000002", "ORDERED_BY_MISTAKE"));
        assertThat(answer.text()).startsWith(proposed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bitte stornieren Sie die Bestellung W3000001, ich brauche sie nicht mehr",
                "Annulez la commande W3000001, je n'en ai plus besoin",
                "Cancela el pedido W3000001, ya no lo necesito",
                "Annulla l'ordine W3000001, non mi serve più",
                "Cancele o pedido W3000001, já não preciso",
                "Annuleer bestelling W3000001, ik heb hem niet meer nodig",
                "Anuluj zamówienie W3000001, już go nie potrzebuję"
            })
    void inOneTurnInEveryLanguage(String wish) {
        assertThat(talk.say(wish).calls())
                .containsExactly(details("#W3000001"), cancel("#W3000001", "NO_LONGER_NEEDED"));
    }

    /** What a button says is understood when it is pressed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancel order #W3000001",
                "Bestellung #W3000001 stornieren",
                "annuler la commande #W3000001",
                "cancelar el pedido #W3000001",
                "annullare l'ordine #W3000001",
                "quero cancelar o pedido #W3000001",
                "bestelling #W3000001 annuleren",
                "anulować zamówienie #W3000001"
            })
    void theOfferedReasonsAreUnderstood(String wish) {
        List<String> choices = talk.say(wish).choices();
        assertThat(choices).hasSize(2);

        assertThat(talk.say(choices.get(0)).calls()).containsExactly(cancel("#W3000001", "NO_LONGER_NEEDED"));
        assertThat(talk.say(choices.get(1)).calls()).containsExactly(cancel("#W3000001", "ORDERED_BY_MISTAKE"));
    }

    private static String details(String orderId) {
        return "getOrderDetails{\"orderId\":\"" + orderId + "\"}";
    }

    private static String cancel(String orderId, String reason) {
        return "cancelOrder{\"orderId\":\"" + orderId + "\",\"reason\":\"" + reason + "\"}";
    }
}
