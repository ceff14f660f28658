package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTalkTest {
    private final Talk talk = new Talk(ActionShop.usual());

    @Test
    void asksForTheOrderAndTheMethod() {
        talk.say("I want to change the payment method of my order");

        Talk.Answer methods = talk.say("the notebook");
        assertThat(methods.choices()).containsExactly("Visa ending 4242", "Gift card with a balance of €50.00");
        assertThat(methods.text()).endsWith("Which one would you like to pay with?");
        assertThat(talk.say("the second").calls()).containsExactly(pay("#W3000002", "gift_1"));
    }

    @Test
    void oneMethodThatFitsNeedsNoQuestion() {
        assertThat(talk.say("change the payment method of order #W3000001").calls())
                .containsExactly(
                        "getOrderDetails{\"orderId\":\"#W3000001\"}", "getMyProfile{}", pay("#W3000001", "paypal_1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "change the payment of order #W3000002 to my visa",
                "change the payment of order #W3000002 from paypal to the card ending 4242",
                "change payment for order #W3000002 to card_1"
            })
    void inOneTurn(String wish) {
        assertThat(talk.say(wish).calls()).contains(pay("#W3000002", "card_1"));
    }

    @Test
    void correctionsReplaceTheMethod() {
        talk.say("change the payment of order #W3000002 to my visa");

        assertThat(talk.say("no, the other one").calls()).contains(pay("#W3000002", "gift_1"));
        assertThat(talk.say("no, visa").calls()).contains(pay("#W3000002", "card_1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            payment_already_changed  | has been changed once already
            payment_method_unchanged | is paid with that method already
            gift_card_insufficient   | is not enough
            payment_method_not_found | I couldn't find that payment method
            order_not_pending        | Shall I bring in a person
            """)
    void refusalsAreExplained(String code, String words) {
        Talk refused = new Talk(ActionShop.usual().with("changePaymentMethod", arguments -> FakeShop.refusal(code)));

        assertThat(refused.say("pay order #W3000001 in another way, with paypal")
                        .text())
                .contains(words)
                .doesNotContain(code, "Nothing has been changed yet");
    }

    @Test
    void noOtherMethodIsSaidSo() {
        Talk poor = new Talk(ActionShop.usual().with("getMyProfile", arguments -> """
                {"id":"mia","paymentMethods":[{"id":"card_1","kind":"credit_card","brand":"visa","lastFour":"4242"}]}"""));

        assertThat(poor.say("change the payment method of order #W3000001").text())
                .contains("There is no other payment method in your account")
                .endsWith("Shall I bring in a person from our team?");
    }

    private static String pay(String orderId, String method) {
        return "changePaymentMethod{\"orderId\":\"" + orderId + "\",\"paymentMethodId\":\"" + method + "\"}";
    }
}
