package io.attendant.chat;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.CapturedLog;
import io.attendant.testsupport.DemoOutbox;
import io.attendant.testsupport.OwnerSql;
import io.attendant.testsupport.SmallShop;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody may keep gets no further than the door: over HTTP, with the model, the database and the log looked at. */
@QuarkusTest
class RedactedMessageTest extends ApplicationTest {
    private static final String CARD = "4111 1111 1111 1111";
    private static final String CODE = "737";
    private static final String IBAN = "DE89 3704 0044 0532 0130 00";
    private static final String PASSWORD = "Tr0ub4dor&3";
    private static final String MESSAGE =
            "Card " + CARD + ", CVC " + CODE + ", IBAN " + IBAN + "\nMy password is " + PASSWORD + ". Where is #S1001?";
    private static final String KEPT =
            "Card [card •1111], CVC [CVC], IBAN [IBAN •3000]\nMy password is [secret]. Where is #S1001?";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    private CapturedLog log;
    private final List<Attendant.Answer> answers = new ArrayList<>();

    @BeforeEach
    void openLog() {
        log = CapturedLog.open();
    }

    @AfterEach
    void nothingIsAnywhere() {
        log.close();
        assertThat(log.errors()).isEmpty();
        assertHarmless("log", log.text());
        gemini.requests().forEach(request -> assertHarmless("model", request.body()));
        answers.forEach(answer -> assertHarmless("answer", answer.text()));
        OwnerSql database = new OwnerSql(databaseUrl);
        for (String table : database.rows("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'")) {
            database.rows("SELECT t::text FROM \"" + table + "\" t").forEach(row -> assertHarmless(table, row));
        }
    }

    private static void assertHarmless(String place, String text) {
        // Longer than what is in random ids by chance.
        assertThat(text.contains("4111 1111")
                        || text.contains("41111111")
                        || text.contains("1111 1111")
                        || text.contains("37040044")
                        || text.contains("3704 0044")
                        || text.contains(PASSWORD)
                        || text.contains("CVC " + CODE))
                .as(place)
                .isFalse();
    }

    private Attendant.Answer noted(Attendant.Answer answer) {
        answers.add(answer);
        return answer;
    }

    @Test
    void aMessageIsKeptAnsweredAndRememberedWithoutIt() {
        Attendant.Chat chat = attendant.shopper(SmallShop.ANA);
        gemini.script(text("Let me see."), text("You are welcome."));

        noted(chat.ask(MESSAGE));
        noted(chat.ask("Thanks"));

        JsonNode transcript = noted(attendant.get(chat.path(), chat.headers())).json();
        assertThat(transcript.path("messages").get(0).path("text").asText()).isEqualTo(KEPT);
        noted(attendant.get("/api/conversations", chat.headers()));
        List<GeminiRequest> requests = gemini.requests();
        assertThat(requests)
                .hasSize(2)
                .allSatisfy(request ->
                        assertThat(request.body()).contains("[card •1111]", "[IBAN •3000]", "[secret]", "#S1001"));
    }

    @Test
    void theSimplestCallRedactsToo() {
        gemini.script(text("Please send no card numbers."));

        Attendant.Answer answer = noted(attendant.post("/api/chat", Map.of("message", MESSAGE), Map.of()));

        assertThat(answer.json().path("reply").asText()).isEqualTo("Please send no card numbers.");
        assertThat(gemini.requests().getFirst().body()).contains("[card •1111]");
    }

    @Test
    void theSameMessageAgainIsTheSameTurn() {
        Attendant.Chat chat = attendant.guest();
        gemini.script(text("Hello."));
        Map<String, String> message = Map.of("text", MESSAGE, "clientMessageId", "m1");

        Attendant.Answer first = noted(chat.ask(message));
        Attendant.Answer again = noted(chat.ask(message));
        Attendant.Answer other = noted(chat.ask(Map.of("text", MESSAGE + " Now!", "clientMessageId", "m1")));

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.code()).isEqualTo("client_message_conflict");
        assertThat(gemini.requests()).hasSize(1);
    }

    @Test
    void aTicketTellsThePersonWhatWasThere() {
        Attendant.Chat chat = attendant.guest();

        Attendant.Answer handoff =
                noted(attendant.post(chat.path() + "/handoff", Map.of("message", MESSAGE), chat.headers()));

        assertThat(handoff.status()).isEqualTo(202);
        assertThat(new OwnerSql(databaseUrl).rows("SELECT summary FROM tickets"))
                .containsExactly(KEPT);
    }

    @Test
    void whatTheModelPutsTogetherForATicketIsRedacted() {
        Attendant.Chat chat = attendant.guest();
        String halves = "4000 0000" + " 0000 0002";
        gemini.script(
                call("handOffToHuman", Map.of("reason", "card " + halves, "summary", "paid with " + halves)),
                text("I have asked a person to help."));

        noted(chat.ask("A person, please"));

        assertThat(new OwnerSql(databaseUrl).rows("SELECT reason, summary FROM tickets"))
                .containsExactly("card [card •0002]|paid with [card •0002]");
    }

    @Test
    void thePageAndTheFieldsOfAFormHoldNoneEither() {
        Attendant.Chat chat = attendant.guest();
        gemini.script(text("Hello."));

        noted(chat.ask(Map.of("text", "Hi", "context", Map.of("page", "/orders", "orderId", "4111111111111111"))));
        noted(attendant.post(chat.path() + "/verification", Map.of("email", CARD), chat.headers()));
        noted(attendant.post(
                chat.path() + "/verification", Map.of("orderId", CARD, "postalCode", CARD), chat.headers()));
    }

    @Test
    void aCodeFromAMailStillOpensTheConversation() {
        Attendant.Chat chat = attendant.guest();
        attendant.post(chat.path() + "/verification", Map.of("email", "ana@example.com"), chat.headers());
        String code = DemoOutbox.code(new DemoOutbox(attendant).mailTo("ana@example.com"));

        noted(chat.ask("My card is " + CARD + " and the code is " + code));

        JsonNode transcript = chat.transcript();
        assertThat(transcript.path("level").asText()).isEqualTo("customer");
        assertThat(transcript.path("messages").get(0).path("text").asText())
                .isEqualTo("My card is [card •1111] and the code is ••••••");
    }
}
