package io.attendant.assistant.replay;

import static io.attendant.testsupport.SmallShop.ANA;
import static io.attendant.testsupport.SmallShop.ANAS_ORDER;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.calls;
import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.guard.HeldBack;
import io.attendant.assistant.guard.SentenceGates;
import io.attendant.testsupport.ActionShop.Proposal;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.DemoOutbox;
import io.attendant.testsupport.Move;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happened in a conversation, run again it gives the same events. */
@QuarkusTest
class ReplayTest extends ActionTest {
    @Inject
    ReplayRunner runner;

    private RecordedChats recorded;

    @BeforeEach
    void asOwner() {
        recorded = new RecordedChats(attendant, runner);
        gemini.reset();
    }

    @Test
    void toolsCardsCitationsAndRefusals() {
        gemini.script(
                text("Let me look.").thenCall("getOrderDetails", Map.of("orderId", ANAS_ORDER)),
                text("It is on its way. Anything else?"),
                calls(
                        FunctionCall.of("searchHelp", Map.of("query", "return an item")),
                        FunctionCall.of("findProducts", Map.of("query", "lamp")),
                        FunctionCall.of("calculate", Map.of("expression", "39.90 * 2"))),
                text("See the article."),
                call("getOrderDetails", Map.of("orderId", "#NONE")),
                call("inventedTool", Map.of("a", 1)),
                call("getOrderDetails", Map.of()),
                text("No such order."));
        Attendant.Chat chat = attendant.shopper(ANA);
        chat.ask("Where is it?");
        chat.ask("And can I return it?");
        chat.ask("And the other one?");

        List<TurnRecording> turns = recorded.assertSame(chat, 3);

        assertThat(types(turns.get(0))).contains("card", "tool.finished");
        assertThat(types(turns.get(1))).contains("citation", "card");
        assertThat(turns.get(2).exchanges().tools())
                .hasSize(2)
                .allMatch(tool -> tool.refusal().isPresent());
        assertThat(turns.get(2).shown())
                .containsExactly(turns.get(0).turnId(), turns.get(1).turnId());
        assertThat(turns.get(0).events())
                .extracting(RecordedEvent::type)
                .containsExactlyElementsOf(owner.ask(
                        "SELECT type FROM events WHERE turn_id = ?::uuid ORDER BY id",
                        turns.getFirst().turnId().toString()));
    }

    private static List<String> types(TurnRecording turn) {
        return turn.events().stream().map(RecordedEvent::type).toList();
    }

    @ParameterizedTest
    @CsvSource({"en,yes,action.executed", "de,ja,action.executed", "fr,non,action.declined", "pl,nie,action.declined"})
    void typedDecisions(String locale, String word, String event) {
        gemini.script(Move::model);
        Shopper shopper = goods.shopper();
        Proposal cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
        cancel.chat().ask(Map.of("text", word, "locale", locale));
        cancel.chat().ask("And now?");

        List<TurnRecording> turns = recorded.assertSame(cancel.chat(), 3);

        assertThat(types(turns.get(0))).contains("action.proposed");
        assertThat(types(turns.get(1))).contains(event);
        assertThat(turns.get(1).exchanges().own()).isPresent();
        assertThat(turns.get(2).opening().brief().proposals()).hasSize(1);
    }

    @Test
    void decisionsByTheCard() {
        gemini.script(Move::model);
        Shopper shopper = goods.shopper();
        Proposal swap = goods.propose(shopper, Move.swap(shopper.orderId()));
        swap.decline();
        Proposal cancel = goods.propose(swap.chat(), Move.cancel(shopper.orderId()));
        cancel.confirm();
        cancel.chat().ask("Is it done?");
        // Refused by the policy now.
        cancel.chat().ask(Move.cancel(shopper.orderId()).message());

        List<TurnRecording> turns = recorded.assertSame(cancel.chat(), 4);

        assertThat(turns.get(3).exchanges().tools().getFirst().refusal()).isPresent();
    }

    @Test
    void typedCodesThatAreInNoRecording() {
        gemini.script(call("listMyOrders", Map.of()), text("Please verify."), text("Welcome."));
        Attendant.Chat guest = attendant.guest();
        guest.ask("My orders?");
        attendant.post(guest.path() + "/verification", Map.of("email", "ana@example.com"), guest.headers());
        String code = DemoOutbox.code(new DemoOutbox(attendant).mailTo("ana@example.com"));
        String wrong = code.equals("111111") ? "222222" : "111111";
        guest.ask(wrong);
        guest.ask("it is " + code.substring(0, 3) + " " + code.substring(3));
        guest.ask("Thanks");

        recorded.assertSame(guest, 4);

        String file = String.join("\n", recorded.lines(guest));
        assertThat(file).doesNotContain(code, wrong, code.substring(0, 3) + " " + code.substring(3));
    }

    @ParameterizedTest
    @CsvSource({
        "I want to talk to a person, Of course.",
        "Help me, I'll connect you with a colleague.",
        "Gibt es hier Menschen?, Moment."
    })
    void handOver(String wish, String reply) {
        gemini.script(text(reply), call("handOffToHuman", Map.of("reason", "wish", "summary", "talk")), text("Done."));
        Attendant.Chat chat = attendant.guest();
        chat.ask(wish);
        chat.ask("Please");
        chat.ask("Still there?");

        List<TurnRecording> turns = recorded.assertSame(chat, 3);

        assertThat(turns.stream().flatMap(turn -> types(turn).stream())).contains("handoff.created");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("overloaded", GeminiReply.error(GeminiError.overloaded())),
                Arguments.of(
                        "over quota",
                        GeminiReply.error(GeminiError.quotaPerMinute("gemini-3.8-flash", 2, Duration.ofSeconds(56)))),
                Arguments.of("bad key", GeminiReply.error(GeminiError.invalidApiKey())),
                Arguments.of("blocked", GeminiReply.promptBlocked("SAFETY")),
                Arguments.of("nothing said", GeminiReply.finishOnly("MAX_TOKENS")),
                Arguments.of("malformed call", GeminiReply.finishOnly("MALFORMED_FUNCTION_CALL")),
                Arguments.of("cut at the limit", text("One. Two. And thr").finish("MAX_TOKENS")),
                Arguments.of("safety in the middle", chunks("One. ").thenSafetyStop()),
                Arguments.of("error in the middle", chunks("One. Tw").thenError(GeminiError.overloaded())),
                Arguments.of("hung up in the middle", chunks("One. Tw").thenHangUp()),
                Arguments.of("garbage in the middle", chunks("One. ").thenGarbage("data: {no\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void failures(String name, GeminiReply failure) {
        gemini.script(
                failure,
                text("Better."),
                call("getOrderDetails", Map.of("orderId", ANAS_ORDER)),
                failure,
                failure,
                failure,
                failure,
                text("Fine."));
        Attendant.Chat chat = attendant.shopper(ANA);
        chat.ask("Hello");
        chat.ask("Where is my order #S1001?");
        chat.ask("Thanks");

        recorded.assertSame(chat, 3);
    }

    @Test
    void heldBackAndPutRight() {
        gates("dragon");
        gemini.script(
                text("It is fine. A dragon brings it. Soon."),
                text("It comes soon."),
                text("One dragon."),
                text("Two dragons."),
                text("No more."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("Who brings it?");
        chat.ask("And how many?");
        chat.ask("Aha");

        List<TurnRecording> turns = recorded.assertSame(chat, 3);

        assertThat(turns.getFirst().exchanges().models())
                .extracting(RecordedExchanges.Model::ending)
                .containsExactly(RecordedExchanges.Ending.held_back, RecordedExchanges.Ending.answered);
    }

    /** From now on sentences with this word may not be sent. */
    static void gates(String forbidden) {
        QuarkusMock.installMockForType(
                new SentenceGates() {
                    @Override
                    public Consumer<String> open(
                            AnswerTurn turn, List<dev.langchain4j.data.message.ChatMessage> messages) {
                        return sentence -> {
                            if (sentence.contains(forbidden)) {
                                throw new HeldBack("- an animal");
                            }
                            turn.say(sentence);
                        };
                    }
                },
                SentenceGates.class);
    }

    @Test
    void stoppedWhileTheModelSpeaks() throws Exception {
        Gate gate = new Gate();
        gemini.script(chunks("One. ").thenHold(gate).thenText("Two."), text("Fine."));
        Attendant.Chat chat = attendant.guest();
        try (ServerEvents events = chat.stream(Map.of("text", "Count"))) {
            String turn = events.next("turn.started").data().path("turnId").asText();
            events.next("text.delta");
            gate.reached().get(10, SECONDS);
            attendant.send("POST", chat.path() + "/turns/" + turn + "/stop", null, null, chat.headers());
            events.next("turn.failed");
        }
        gate.release();
        chat.ask("Go on");

        List<TurnRecording> turns = recorded.assertSame(chat, 2);

        assertThat(turns.getFirst().exchanges().stop()).isPresent();
        assertThat(turns.getLast().shown()).isEmpty();
    }

    @Test
    void editedMessages() {
        gemini.script(text("Red."), text("Blue."), text("Green."), text("Yellow."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("first");
        chat.ask("second");
        String second =
                chat.transcript().path("messages").path(2).path("messageId").asText();
        chat.ask(Map.of("text", "better second", "replaces", second));
        chat.ask("third");

        List<TurnRecording> turns = recorded.assertSame(chat, 4);

        assertThat(turns.getLast().shown())
                .containsExactly(turns.get(0).turnId(), turns.get(2).turnId());
    }

    @Test
    void signaturesOfThoughtsAndCharactersThatCanNotBeStored() {
        gemini.script(
                GeminiReply.thought("hm").thenCall("findProducts", Map.of("query", "lamp")),
                chunks("A \ud83d\ude00 lamp. ", "Null\u0000 character."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("a lamp?");

        recorded.assertSame(chat, 1);

        assertThat(recorded.lines(chat).getFirst()).contains("thinking_signature");
    }

    @Test
    void noMoreOfAMessageIsRecordedThanIsStored() {
        String card = "4111 1111 1111 1111";
        gemini.script(text("Please don't send that."), text("Thanks."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("my card is " + card);
        chat.ask("Sorry");

        List<TurnRecording> turns = recorded.assertSame(chat, 2);

        String stored = chat.transcript().path("messages").path(0).path("text").asText();
        assertThat(turns.getFirst().opening().text()).isEqualTo(stored);
        assertThat(String.join("\n", recorded.lines(chat)).contains(card)).isEqualTo(stored.contains(card));
    }

    @Test
    void theOwnersEndpointSaysTheSame() {
        gemini.script(text("Red."), text("Blue."));
        Attendant.Chat chat = attendant.guest();
        chat.ask("first");
        chat.ask("second");

        Attendant.Answer answer = recorded.replayed(chat);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("turns").findValuesAsText("same")).containsExactly("true", "true");
        assertThat(answer.json().path("hash").asText()).isEqualTo(RecordedChats.hash(recorded.turns(chat)));
        assertThat(answer.json().has("firstDifference")).isFalse();
    }
}
