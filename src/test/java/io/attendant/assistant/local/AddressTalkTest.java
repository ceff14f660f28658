package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTalkTest {
    private static final String LINDENWEG =
            "\"line1\":\"Lindenweg 5\",\"line2\":\"\",\"city\":\"Potsdam\",\"state\":\"\",\"postalCode\":\"14467\",\"country\":\"DE\"}";

    private final Talk talk = new Talk(ActionShop.usual());

    @Test
    void asksForTheOrderAndWhatIsMissing() {
        assertThat(talk.say("change the address of my order").text()).endsWith("Which order do you mean?");
        assertThat(talk.say("#W3000002").text()).contains("What is the new address");
        assertThat(talk.say("Lindenweg 5").text())
                .contains("I still need: postal code, city.")
                .doesNotContain("country");
        assertThat(talk.say("14467 Potsdam").calls()).containsExactly(ofOrder("#W3000002"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "change the shipping address of order #W3000002 to Lindenweg 5, 14467 Potsdam",
                "Ändern Sie bitte die Lieferadresse der Bestellung #W3000002 auf Lindenweg 5, 14467 Potsdam",
                "changez l'adresse de livraison de la commande #W3000002 : Lindenweg 5, 14467 Potsdam, Allemagne",
                "cambia la dirección de envío del pedido #W3000002 a Lindenweg 5, 14467 Potsdam, Alemania",
                "cambia l'indirizzo di consegna dell'ordine #W3000002 in Lindenweg 5, 14467 Potsdam, Germania",
                "altere a morada de entrega do pedido #W3000002 para Lindenweg 5, 14467 Potsdam, Alemanha",
                "wijzig het bezorgadres van bestelling #W3000002 naar Lindenweg 5, 14467 Potsdam, Duitsland",
                "zmień adres dostawy zamówienia #W3000002 na Lindenweg 5, 14467 Potsdam, Niemcy"
            })
    void inOneTurn(String wish) {
        assertThat(talk.say(wish).calls()).last().isEqualTo(ofOrder("#W3000002"));
    }

    @Test
    void anAddressCanBeCorrectedOnceItIsProposed() {
        talk.say("change the shipping address of order #W3000002 to Lindenweg 7, 14467 Potsdam");

        assertThat(talk.say("no, Lindenweg 5").calls()).containsExactly(ofOrder("#W3000002"));
    }

    @Test
    void aStateIsAskedForWhereAddressesHaveOne() {
        talk.say("change the address of order #W3000002 to 12 Main Street, Springfield 62701, USA");

        assertThat(talk.say("Illinois").calls())
                .containsExactly(
                        "changeShippingAddress{\"orderId\":\"#W3000002\",\"line1\":\"12 Main Street\",\"line2\":\"\","
                                + "\"city\":\"Springfield\",\"state\":\"IL\",\"postalCode\":\"62701\",\"country\":\"US\"}");
    }

    @Test
    void theAccountsAddressIsAnother() {
        Talk.Answer which = talk.say("I want to change my address");
        assertThat(which.choices()).containsExactly("The address of an order", "The address in my account");

        talk.say("The address in my account");
        assertThat(talk.say("Lindenweg 5, 14467 Potsdam").calls()).containsExactly(ofAccount());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update the address in my account to Lindenweg 5, 14467 Potsdam",
                "Ändern Sie die Adresse in meinem Kundenkonto: Lindenweg 5, 14467 Potsdam",
                "changez l'adresse de mon compte : Lindenweg 5, 14467 Potsdam",
                "cambia la dirección de mi cuenta a Lindenweg 5, 14467 Potsdam",
                "cambia l'indirizzo del mio account in Lindenweg 5, 14467 Potsdam",
                "altere a morada da minha conta para Lindenweg 5, 14467 Potsdam",
                "wijzig het adres in mijn account naar Lindenweg 5, 14467 Potsdam",
                "zmień adres na moim koncie na Lindenweg 5, 14467 Potsdam"
            })
    void theAccountsAddressInOneTurn(String wish) {
        assertThat(talk.say(wish).calls()).containsExactly("getMyProfile{}", ofAccount());
    }

    @Test
    void whereNoOrderCanBeChangedTheAccountIsOffered() {
        Talk late = new Talk(ActionShop.usual().with("listMyOrders", arguments -> """
                {"orders":[{"id":"#W1234567","status":"processed","items":["Stoneware teapot"]}],"total":1}"""));

        assertThat(late.say("change the delivery address of my order to Lindenweg 5, 14467 Potsdam")
                        .text())
                .endsWith("Shall I change the address in your account instead?");
        assertThat(late.say("yes").calls()).containsExactly("getMyProfile{}", ofAccount());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order_not_pending      | Shall I bring in a person
            order_already_modified | no further change
            address_incomplete     | That address is not complete.
            """)
    void refusalsAreExplained(String code, String words) {
        Talk refused = new Talk(ActionShop.usual().with("changeShippingAddress", arguments -> FakeShop.refusal(code)));

        assertThat(refused.say("change the address of order #W3000002 to Lindenweg 5, 14467 Potsdam")
                        .text())
                .contains(words)
                .doesNotContain(code, "Nothing has been changed yet");
    }

    private static String ofOrder(String orderId) {
        return "changeShippingAddress{\"orderId\":\"" + orderId + "\"," + LINDENWEG;
    }

    private static String ofAccount() {
        return "updateMyAddress{" + LINDENWEG;
    }
}
