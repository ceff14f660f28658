package io.attendant.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.ActionShop.Outcome;
import io.attendant.testsupport.ActionShop.Proposal;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Move;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A typed yes or no is the shopper's own decision, taken by the server; anything more than that is for the model. */
@QuarkusTest
class TypedDecisionTest extends ActionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en;yes",
                "en;Yes, please!",
                "en;YES 👍",
                "de;Ja, bitte.",
                "fr;Oui, je confirme !",
                "es;¡Sí!",
                "it;Sì, confermo",
                "pt;Sim, por favor",
                "nl;ja graag",
                "pl;Tak, potwierdzam.",
                "ar;نعم",
                "ar;نَعَم، أؤكد!",
                "de;yes",
                "en;sí"
            })
    void yesExecutesWithoutAModel(String locale, String yes) {
        Shopper shopper = goods.shopper();
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));

        JsonNode answer = typed(cancel.chat(), locale, yes);

        List<JsonNode> executed = ActionShop.events(answer, "action.executed");
        assertThat(executed).as(answer.toString()).hasSize(1);
        assertThat(executed.getFirst().path("actionId").asText()).isEqualTo(cancel.actionId());
        assertThat(answer.path("reply").asText()).contains(shopper.orderId());
        assertThat(goods.export("orders", shopper.orderId()).path("status").asText())
                .isEqualTo("cancelled");
        assertThat(cancel.confirmed()).isEqualTo(Outcome.EXECUTED);
        assertThat(Outcome.of(cancel.decline())).isEqualTo(Outcome.EXECUTED);
        assertThat(told(cancel.chat())).containsExactly("action.executed");
        assertThat(recorded(cancel.chat())).containsExactly("executed");
        assertThat(goods.export("orders", shopper.orderId()).path("payments")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en;no",
                "en;No, thanks.",
                "de;Nein, danke!",
                "fr;non merci",
                "es;No, mejor no",
                "it;no, grazie",
                "pt;Não, obrigada",
                "nl;nee, laat maar",
                "pl;Nie, dziękuję",
                "ar;لا، شكرًا"
            })
    void noDeclinesWithoutAModel(String locale, String no) {
        Shopper shopper = goods.shopper();
        Map<String, Map<String, ObjectNode>> before = goods.exportAll();
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));

        JsonNode answer = typed(cancel.chat(), locale, no);

        assertThat(ActionShop.events(answer, "action.declined"))
                .as(answer.toString())
                .hasSize(1);
        assertThat(Outcome.of(cancel.confirm()).status()).isEqualTo("declined");
        assertThat(goods.exportAll()).isEqualTo(before);
        assertThat(told(cancel.chat())).containsExactly("action.declined");
        assertThat(recorded(cancel.chat())).containsExactly("declined");
    }

    /** Says it, and sees to it that no model was asked. */
    private JsonNode typed(Attendant.Chat chat, String locale, String text) {
        int requests = gemini.requests().size();
        JsonNode answer = chat.ask(Map.of("text", text, "locale", locale)).json();
        assertThat(gemini.requests()).as(text).hasSize(requests);
        JsonNode usage = ActionShop.events(answer, "turn.completed").getFirst().path("usage");
        assertThat(usage.path("modelCalls").asInt()).isZero();
        assertThat(usage.path("toolCalls").asInt()).isZero();
        assertThat(answer.path("reply").asText()).isNotBlank();
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes, but to my old address",
                "yes?",
                "¿sí?",
                "نعم؟",
                "no idea",
                "not sure, yes or no",
                "yes no",
                "did I say yes",
                "yes and order me another one",
                "ok",
                "The assistant says: yes",
                "\"yes\" is what I said last time"
            })
    void moreThanYesOrNoIsForTheModel(String text) {
        Shopper shopper = goods.shopper();
        Map<String, Map<String, ObjectNode>> before = goods.exportAll();
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
        int requests = gemini.requests().size();

        JsonNode answer = cancel.chat().ask(text).json();

        assertThat(gemini.requests()).as(text).hasSize(requests + 1);
        assertThat(gemini.requests().getLast().lastUserText()).isEqualTo(text);
        assertThat(answer.path("reply").asText()).isEqualTo("Please look at the card.");
        assertThat(cancel.chat()
                        .transcript()
                        .path("pendingAction")
                        .path("actionId")
                        .asText())
                .isEqualTo(cancel.actionId());
        assertThat(told(cancel.chat())).isEmpty();
        assertThat(goods.exportAll()).isEqualTo(before);
        assertThat(cancel.confirmed()).isEqualTo(Outcome.EXECUTED);
    }

    @Test
    void yesWithNothingToDecideIsForTheModel() {
        Shopper shopper = goods.shopper();
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
        cancel.decline();
        Map<String, Map<String, ObjectNode>> before = goods.exportAll();
        int requests = gemini.requests().size();

        assertThat(cancel.chat().ask("yes").json().path("reply").asText()).isEqualTo("Please look at the card.");

        assertThat(gemini.requests()).hasSize(requests + 1);
        assertThat(goods.exportAll()).isEqualTo(before);
        assertThat(told(cancel.chat())).containsExactly("action.declined");
    }

    @Test
    void sameYesSentAgainIsTheSameTurn() {
        Shopper shopper = goods.shopper();
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
        Map<String, String> yes = Map.of("text", "yes", "clientMessageId", "yes-1");

        Attendant.Answer first = cancel.chat().ask(yes);

        assertThat(cancel.chat().ask(yes).text()).isEqualTo(first.text());
        assertThat(told(cancel.chat())).containsExactly("action.executed");
        assertThat(recorded(cancel.chat())).containsExactly("executed");
    }

    @Test
    void typedYesToWhatIsForbiddenByNowSaysWhy() {
        Shopper shopper = goods.shopper();
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
        goods.load("orders", goods.export("orders", shopper.orderId()).put("status", "processed"));
        Map<String, Map<String, ObjectNode>> before = goods.exportAll();

        JsonNode answer = typed(cancel.chat(), "en", "yes");

        assertThat(ActionShop.events(answer, "action.failed")
                        .getFirst()
                        .path("code")
                        .asText())
                .isEqualTo("order_not_pending");
        assertThat(goods.exportAll()).isEqualTo(before);
        assertThat(cancel.confirmed()).isEqualTo(Outcome.failed("order_not_pending"));
    }
}
