package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns, exchanges and changes of items. */
class ItemsTalkTest {
    private static final String DELIVERED = "#W4000001";
    private static final String PENDING = "#W3000001";

    private final Talk talk = new Talk(ActionShop.usual());

    @Test
    void aVagueReturnIsAskedToTheEnd() {
        Talk.Answer which = talk.say("I'd like to send something back");
        assertThat(which.choices()).containsExactly("#W4000001: Arc desk lamp …", "#W4000002: Insulated bottle");

        Talk.Answer what = talk.say("the first one");
        assertThat(what.text())
                .contains("- Arc desk lamp (black), €119.00.", "- Cotton shirt (red, L), €25.00.")
                .endsWith("Which of these would you like to return?");
        assertThat(what.choices())
                .containsExactly(
                        "Arc desk lamp (black)",
                        "1 × Enamel mug (red)",
                        "2 × Enamel mug (red)",
                        "Cotton shirt (red, L)",
                        "All of these items");

        Talk.Answer where = talk.say("the lamp and the shirt");
        assertThat(where.calls()).containsExactly("getMyProfile{}");
        assertThat(where.choices()).containsExactly("Visa ending 4242", "Gift card with a balance of €50.00");

        Talk.Answer done = talk.say("Visa ending 4242");
        assertThat(done.calls()).containsExactly(back("card_1", "P5-black", "P3-L-red"));
        assertThat(done.text()).startsWith("Nothing has been changed yet");
    }

    @Test
    void everythingAtOnceIsReturnedAtOnce() {
        assertThat(talk.say("return the lamp from order #W4000001 to my gift card")
                        .calls())
                .containsExactly(details(DELIVERED), "getMyProfile{}", back("gift_1", "P5-black"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            everything                  | P5-black P6-red P6-red P3-L-red
            All of these items          | P5-black P6-red P6-red P3-L-red
            everything except the lamp  | P6-red P6-red P3-L-red
            both mugs                   | P6-red P6-red
            2 × Enamel mug (red)        | P6-red P6-red
            1 mug                       | P6-red
            the second one              | P6-red
            the shirt                   | P3-L-red
            the black one               | P5-black
            4                           | P3-L-red
            the lamp and one mug        | P5-black P6-red
            a mug                       | P6-red
            """)
    void theItemsMayBeNamedInManyWays(String answer, String variants) {
        talk.say("I want to return something from order #W4000001, refund to my visa");

        assertThat(talk.say(answer).calls()).contains(back("card_1", variants.split(" ", -1)));
    }

    @Test
    void correctionsReplaceWhatWasProposed() {
        talk.say("return both mugs from order #W4000001 to my visa");

        assertThat(talk.say("no, to the gift card").calls()).containsExactly(back("gift_1", "P6-red", "P6-red"));
        assertThat(talk.say("no, only the lamp").calls()).containsExactly(back("gift_1", "P5-black"));
        assertThat(talk.say("no").text()).startsWith("All right");
    }

    @Test
    void whatHasNotArrivedCannotBeReturned() {
        assertThat(talk.say("return order #W3000001").text())
                .contains("has not been delivered yet", "you can cancel it or change it instead")
                .endsWith("Shall I bring in a person from our team?");
        assertThat(talk.say("return order #W1234567").text()).contains("Once it has been delivered");
    }

    @Test
    void aReturnMayBecomeAnExchange() {
        talk.say("return the lamp from order #W4000001");

        assertThat(talk.say("I'd rather exchange it for the white one, difference to my visa")
                        .calls())
                .contains(swap("exchangeItems", DELIVERED, "P5-black", "P5-white", "card_1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ich möchte die Schreibtischlampe zurückgeben | auf meine Geschenkkarte
            Je voudrais retourner la lampe               | sur ma carte cadeau
            Quiero devolver la lámpara                   | en la tarjeta regalo
            Vorrei restituire la lampada                 | sulla carta regalo
            Quero devolver a lâmpada                     | no cartão-presente
            Ik wil de lamp terugsturen                   | op mijn cadeaukaart
            Chcę zwrócić lampę                           | na kartę podarunkową
            """)
    void returnsInEveryLanguage(String wish, String method) {
        talk.say(wish);

        assertThat(talk.say(method).calls()).containsExactly(back("gift_1", "P5-black"));
    }

    /** What a button says is understood when it is pressed, also where the catalogue has another language. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to return something from order #W4000001",
                "Ich möchte aus der Bestellung #W4000001 etwas zurückgeben",
                "Je veux retourner quelque chose de la commande #W4000001",
                "Quiero devolver algo del pedido #W4000001",
                "Voglio restituire qualcosa dell'ordine #W4000001",
                "Quero devolver algo do pedido #W4000001",
                "Ik wil iets uit bestelling #W4000001 terugsturen",
                "Chcę zwrócić coś z zamówienia #W4000001"
            })
    void theOfferedItemsAndMethodsAreUnderstood(String wish) {
        List<String> items = talk.say(wish).choices();
        assertThat(items).hasSize(5);
        List<String> methods = talk.say(items.get(4)).choices();
        assertThat(methods).hasSize(2);

        assertThat(talk.say(methods.get(1)).calls())
                .containsExactly(back("gift_1", "P5-black", "P6-red", "P6-red", "P3-L-red"));
    }

    @Test
    void aVagueExchangeIsAskedToTheEnd() {
        Talk.Answer version = talk.say("I want to exchange the lamp");
        assertThat(version.calls()).contains("getProductDetails{\"productId\":\"P5\"}");
        assertThat(version.text())
                .contains("Instead of Arc desk lamp (black)", "- white, €125.00.", "- brass, €139.00.")
                .endsWith("Which version would you like?");
        assertThat(version.choices()).containsExactly("white", "brass");

        assertThat(talk.say("brass").choices()).hasSize(3);
        assertThat(talk.say("PayPal").calls())
                .containsExactly(swap("exchangeItems", DELIVERED, "P5-black", "P5-brass", "paypal_1"));
    }

    @Test
    void whatIsPendingIsChangedAndWhatIsDeliveredExchanged() {
        assertThat(talk.say("exchange my blue shirt in order #W3000001 for a red one, paypal")
                        .calls())
                .contains(swap("changeItems", PENDING, "P3-M-blue", "P3-M-red", "paypal_1"));
        assertThat(new Talk(ActionShop.usual())
                        .say("change the shirt in order #W4000001 to XL, visa")
                        .calls())
                .contains(swap("exchangeItems", DELIVERED, "P3-L-red", "P3-XL-red", "card_1"));
    }

    @Test
    void severalItemsChangeTogether() {
        assertThat(talk.say("For #W3000001, change the kettle to black and the shirt to size L; via paypal")
                        .calls())
                .contains("changeItems{\"orderId\":\"#W3000001\",\"itemIds\":[\"P1-green\",\"P3-M-blue\"],"
                        + "\"newItemIds\":[\"P1-black\",\"P3-L-blue\"],\"paymentMethodId\":\"paypal_1\"}");
    }

    @Test
    void optionsOfSeveralTurnsComeTogether() {
        talk.say("exchange the shirt in order #W4000001, difference on my visa");

        talk.say("in blue");
        assertThat(talk.say("no, size M").calls())
                .contains(swap("exchangeItems", DELIVERED, "P3-L-red", "P3-M-blue", "card_1"));
        assertThat(talk.say("no, red").calls())
                .contains(swap("exchangeItems", DELIVERED, "P3-L-red", "P3-M-red", "card_1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            swap the bottle for the 500ml one, paypal           | P7-05
            swap the bottle for the 1.5 liter one, paypal       | P7-15
            Flasche gegen 1,5 l umtauschen, über PayPal         | P7-15
            """)
    void measuresAreReadInEveryWriting(String wish, String variant) {
        assertThat(talk.say(wish).calls()).contains(swap("exchangeItems", "#W4000002", "P7-07", variant, "paypal_1"));
    }

    @Test
    void aVersionThatCannotBeHadIsSaidSo() {
        Talk.Answer answer = talk.say("change the kettle in order #W3000001 to white");

        assertThat(answer.text()).contains("Pour-over kettle is not available like that", "- matte black, €44.90.");
        assertThat(talk.say("in green then").text()).contains("That is the version that you have already.");
    }

    @Test
    void nothingElseToChooseIsSaidSo() {
        assertThat(talk.say("change the notebook in order #W3000002").text())
                .contains("there is no other version of Margin notebook")
                .endsWith("Shall I bring in a person from our team?");
    }

    @Test
    void addingToAnOrderIsNotSwapping() {
        assertThat(talk.say("add a lamp to my order").text()).contains("I can't do that for you myself yet.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replacement_unavailable  | That version is not available
            replacement_unchanged    | you have already
            items_required           | could not match those items
            item_count_mismatch      | could not match those items
            item_not_in_order        | could not match those items
            payment_method_not_found | I couldn't find that payment method
            gift_card_insufficient   | The balance of that gift card is not enough
            order_already_modified   | have been changed once already
            product_not_found        | that didn't work
            """)
    void refusalsOfChangesAreExplained(String code, String words) {
        Talk refused = new Talk(ActionShop.usual().with("changeItems", arguments -> FakeShop.refusal(code)));

        assertThat(refused.say("change the kettle in order #W3000001 to black, gift card")
                        .text())
                .contains(words)
                .doesNotContain(code, "Nothing has been changed yet");
    }

    @Test
    void anotherMethodIsAskedForWhenOneIsRefused() {
        FakeShop shop = ActionShop.usual();
        Talk refused = new Talk(shop.with(
                "returnItems",
                arguments -> arguments.path("paymentMethodId").asText().equals("paypal_1")
                        ? FakeShop.refusal("refund_method_not_allowed")
                        : ActionShop.usual().call("returnItems", arguments.toString())));

        Talk.Answer answer = refused.say("return the lamp from order #W4000001 to my paypal");
        assertThat(answer.text()).contains("A refund can only go to what paid for the order");
        assertThat(answer.choices()).containsExactly("Visa ending 4242", "Gift card with a balance of €50.00");
        assertThat(refused.say("the card then").calls()).containsExactly(back("card_1", "P5-black"));
    }

    private static String details(String orderId) {
        return "getOrderDetails{\"orderId\":\"" + orderId + "\"}";
    }

    private static String back(String method, String... variants) {
        return "returnItems{\"orderId\":\"#W4000001\",\"itemIds\":[\"" + String.join("\",\"", variants)
                + "\"],\"paymentMethodId\":\"" + method + "\"}";
    }

    private static String swap(String tool, String orderId, String old, String replacing, String method) {
        return tool + "{\"orderId\":\"" + orderId + "\",\"itemIds\":[\"" + old + "\"],\"newItemIds\":[\"" + replacing
                + "\"],\"paymentMethodId\":\"" + method + "\"}";
    }
}
