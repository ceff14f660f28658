package io.attendant.assistant.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations with the local assistant, which is not played back but thinks again. */
@QuarkusTest
@TestProfile(LocalReplayTest.WithoutProvider.class)
class LocalReplayTest extends ActionTest {
    @Inject
    ReplayRunner runner;

    /** As it is without a key. */
    public static final class WithoutProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("attendant.assistant.model", "local");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Where is my order %s?; Cancel order %s, I no longer need it; yes; Do you have a kettle?",
                "de; Wo ist meine Bestellung %s?; Storniere %s, ich brauche sie nicht mehr; ja; Habt ihr einen Wasserkocher?",
                "fr; Où est ma commande %s ?; Annulez %s, je n'en ai plus besoin; oui; Avez-vous une bouilloire ?",
                "es; ¿Dónde está mi pedido %s?; Cancela %s, ya no lo necesito; sí; ¿Tenéis un hervidor?",
                "it; Dov'è il mio ordine %s?; Annulla %s, non mi serve più; sì; Avete un bollitore?",
                "pt; Onde está a minha encomenda %s?; Cancela %s, já não preciso; sim; Têm uma chaleira?",
                "nl; Waar is mijn bestelling %s?; Annuleer %s, ik heb het niet meer nodig; ja; Hebben jullie een waterkoker?",
                "pl; Gdzie jest moje zamówienie %s?; Anuluj %s, już nie potrzebuję; tak; Czy macie czajnik?"
            })
    void everyLanguage(String locale, String where, String cancel, String yes, String product) {
        Shopper shopper = goods.shopper();
        Attendant.Chat chat = attendant.shopper(shopper.id());
        for (String text : List.of(where, cancel, yes, product, "💚")) {
            chat.ask(Map.of("text", text.formatted(shopper.orderId()), "locale", locale));
        }

        List<TurnRecording> turns = new RecordedChats(attendant, runner).assertSame(chat, 5);

        assertThat(turns).allMatch(turn -> turn.exchanges().models().isEmpty());
        assertThat(goods.export("orders", shopper.orderId()).path("status").asText())
                .isEqualTo("cancelled");
        assertThat(turns.get(2).exchanges().own()).isPresent();
    }

    @Test
    void followUpsAndThePageThatIsOpen() {
        Shopper shopper = goods.shopper();
        Attendant.Chat chat = attendant.shopper(shopper.id());
        chat.ask(Map.of(
                "text", "Where is this order?", "context", Map.of("page", "order", "orderId", shopper.orderId())));
        chat.ask("Change its address");
        chat.ask("9 Quay Road, 4000-001 Porto, Portugal");
        chat.ask("no");
        chat.ask("I want to talk to a person");
        Map<String, Object> edited = new HashMap<>(Map.of("text", "My orders, please"));
        edited.put(
                "replaces",
                chat.transcript().path("messages").path(2).path("messageId").asText());
        chat.ask(edited);

        new RecordedChats(attendant, runner).assertSame(chat, 6);
    }

    /** What "it" is was kept with the message, not in this process' mind. */
    @Test
    void whatWasOpenWhenAnErrandBegan() {
        Shopper shopper = goods.shopper();
        Attendant.Chat chat = attendant.shopper(shopper.id());
        chat.ask(Map.of(
                "text", "I want to cancel it", "context", Map.of("page", "order", "orderId", shopper.orderId())));
        JsonNode events = chat.ask(
                        Map.of("text", "no longer needed", "context", Map.of("page", "product", "productId", "P1")))
                .json()
                .path("events");

        assertThat(events.findValuesAsText("event")).contains("action.proposed");
        assertThat(events.findValuesAsText("orderId")).contains(shopper.orderId());
        new RecordedChats(attendant, runner).assertSame(chat, 2);
    }
}
