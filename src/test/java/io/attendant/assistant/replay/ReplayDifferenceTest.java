package io.attendant.assistant.replay;

import static io.attendant.testsupport.SmallShop.ANA;
import static io.attendant.testsupport.SmallShop.ANAS_ORDER;
import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.attendant.assistant.local.LocalModel;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Move;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replay names the first turn that goes another way, touches nothing, and refuses what it can't run. */
@QuarkusTest
class ReplayDifferenceTest extends ActionTest {
    @Inject
    ReplayRunner runner;

    @Inject
    Shop shop;

    @Inject
    MeterRegistry metrics;

    private RecordedChats recorded;

    @BeforeEach
    void asOwner() {
        recorded = new RecordedChats(attendant, runner);
        gemini.reset();
    }

    /** Three turns, the second with a tool. */
    private Attendant.Chat talk() {
        gemini.script(
                text("Hello. How can I help?"),
                call("getOrderDetails", Map.of("orderId", ANAS_ORDER)),
                text("It is on its way."),
                text("You're welcome."));
        Attendant.Chat chat = attendant.shopper(ANA);
        chat.ask("Hi");
        chat.ask("Where is my order?");
        chat.ask("Thanks");
        return chat;
    }

    /** The conversation with its second turn changed in what came in from outside. */
    private Replay.Difference patched(Consumer<ObjectNode> change) {
        List<String> lines = new ArrayList<>(recorded.lines(talk()));
        ObjectNode second = Json.read(lines.get(1), ObjectNode.class);
        change.accept((ObjectNode) second.path("exchanges"));
        lines.set(1, second.toString());
        List<TurnRecording> turns = RecordedChats.read(lines);

        Replay replay = runner.replay(turns);

        assertThat(replay.turns()).extracting(Replay.Turn::same).startsWith(true, false);
        assertThat(replay.hash()).isEqualTo(runner.replay(turns).hash());
        Replay.Difference difference = replay.firstDifference().orElseThrow();
        assertThat(difference.turnId()).isEqualTo(turns.get(1).turnId());
        return difference;
    }

    @Test
    void anotherWordOfTheModel() {
        Replay.Difference difference = patched(
                exchanges -> ((ArrayNode) exchanges.path("models").path(1).path("pieces")).insert(0, "Well! "));

        // After turn.started, tool.started, card and tool.finished.
        assertThat(difference.index()).isEqualTo(4);
        assertThat(said(difference.expected())).isEqualTo("It is on its way.");
        assertThat(said(difference.actual())).isEqualTo("Well!");
    }

    private static String said(Optional<Replay.Step> step) {
        return step.orElseThrow().data().path("text").asText();
    }

    @Test
    void anotherTool() {
        Replay.Difference difference =
                patched(exchanges -> ((ObjectNode) exchanges.path("tools").path(0)).put("name", "listMyOrders"));

        assertThat(difference.index()).isEqualTo(2);
        assertThat(difference.expected().orElseThrow()).isEqualTo(Replay.Step.toolAsked("listMyOrders"));
        assertThat(difference.actual().orElseThrow()).isEqualTo(Replay.Step.toolAsked("getOrderDetails"));
    }

    @Test
    void moreAskedThanRecorded() {
        Replay.Difference difference = patched(exchanges -> ((ArrayNode) exchanges.path("models")).remove(1));

        assertThat(difference.expected()).isEmpty();
        assertThat(difference.actual().orElseThrow()).isEqualTo(Replay.Step.modelAsked());
    }

    @Test
    void lessAskedThanRecorded() {
        Replay.Difference difference = patched(exchanges -> {
            ArrayNode models = (ArrayNode) exchanges.path("models");
            models.add(models.path(1).deepCopy());
        });

        assertThat(difference.expected().orElseThrow()).isEqualTo(Replay.Step.modelAsked());
        assertThat(difference.actual()).isEmpty();
    }

    @Test
    void otherArgumentsOfTheSameTool() {
        Replay.Difference difference = patched(exchanges -> {
            ObjectNode call = (ObjectNode) exchanges
                    .path("models")
                    .path(0)
                    .path("answer")
                    .path("toolExecutionRequests")
                    .path(0);
            call.set("arguments", TextNode.valueOf("{\"orderId\":\"#OTHER\"}"));
        });

        assertThat(difference.expected().orElseThrow().type()).isEqualTo("turn.remembered");
    }

    @Test
    void anotherWordingOfTheLocalAssistant() {
        gemini.script(request ->
                request.lastUserText().equals("Hi") ? text("Hello.") : GeminiReply.error(GeminiError.invalidApiKey()));
        Attendant.Chat chat = attendant.shopper(ANA);
        chat.ask("Hi");
        chat.ask("Where is my order #S1001?");
        List<TurnRecording> turns = recorded.assertSame(chat, 2);
        QuarkusMock.installMockForType(new Shouting(), LocalModel.class);

        Replay.Difference difference = runner.replay(turns).firstDifference().orElseThrow();

        assertThat(difference.turnId()).isEqualTo(turns.get(1).turnId());
        assertThat(said(difference.actual()))
                .isEqualTo(said(difference.expected()).toUpperCase(java.util.Locale.ROOT));
    }

    /** The local assistant with other words. */
    private static final class Shouting extends LocalModel {
        private Shouting() {
            super(Optional.of("EUR"));
        }

        @Override
        public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            super.doChat(request, new StreamingChatResponseHandler() {
                @Override
                public void onPartialResponse(String piece) {
                    handler.onPartialResponse(piece.toUpperCase(java.util.Locale.ROOT));
                }

                @Override
                public void onCompleteResponse(ChatResponse response) {
                    handler.onCompleteResponse(response);
                }

                @Override
                public void onError(Throwable error) {
                    handler.onError(error);
                }
            });
        }
    }

    @Test
    void anotherGate() {
        List<TurnRecording> turns = recorded.turns(talk());
        ReplayTest.gates("on its way");

        Replay replay = runner.replay(turns);

        assertThat(replay.turns()).extracting(Replay.Turn::same).containsExactly(true, false, true);
        assertThat(replay.firstDifference().orElseThrow().actual().orElseThrow())
                .isEqualTo(Replay.Step.modelAsked());
    }

    @Test
    void nothingIsAskedRunOrWritten() {
        gemini.script(Move::model);
        var shopper = goods.shopper();
        var cancel = goods.propose(shopper, Move.cancel(shopper.orderId()));
        cancel.chat().ask("yes");
        cancel.chat().ask(Move.sendTo(shopper.orderId(), "9 Quay Road").message());
        List<String> before = rowCounts();
        var exported = goods.exportAll();
        int asked = gemini.requests().size();
        double counted = toolCalls();

        Attendant.Answer answer = recorded.replayed(cancel.chat());

        assertThat(answer.json().path("turns").findValuesAsText("same")).containsExactly("true", "true", "true");
        assertThat(rowCounts()).isEqualTo(before);
        assertThat(goods.exportAll()).isEqualTo(exported);
        assertThat(gemini.requests()).hasSize(asked);
        assertThat(toolCalls()).isEqualTo(counted);
    }

    private double toolCalls() {
        return metrics.find("attendant.tool.calls").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** Of all tables, by name, with the events' numbers. */
    private List<String> rowCounts() {
        return owner.ask("""
                SELECT table_name || ' ' || (xpath('/row/c/text()', query_to_xml(
                    format('SELECT count(*) AS c FROM %I', table_name), true, false, '')))[1]::text
                FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1""");
    }

    @Test
    void anExportIsEnoughWhenAllElseIsGone() {
        List<String> lines = recorded.lines(talk());
        shop.clear();
        gemini.reset();
        int asked = gemini.requests().size();

        Replay replay = runner.replay(RecordedChats.read(lines));

        assertThat(replay.firstDifference()).isEmpty();
        assertThat(replay.hash()).isEqualTo(RecordedChats.hash(RecordedChats.read(lines)));
        assertThat(gemini.requests()).hasSize(asked);
    }

    @Test
    void whatCanNotBeRunIsRefused() {
        Attendant.Chat chat = talk();
        String line = recorded.lines(chat).getFirst();

        refused(
                line.replace("\"version\":" + TurnRecording.VERSION, "\"version\":99"),
                ErrorCode.RECORDING_UNSUPPORTED);
        refused(line.replace("How can I help?", "Who are you?"), ErrorCode.RECORDING_INVALID);
        refused(line.substring(0, line.length() / 2), ErrorCode.RECORDING_INVALID);
        refused("{}", ErrorCode.RECORDING_INVALID);
        refused("[1]", ErrorCode.RECORDING_INVALID);
        refused("", ErrorCode.RECORDING_INVALID);
        refused("{\"version\":" + TurnRecording.VERSION + "}", ErrorCode.RECORDING_INVALID);
    }

    private static void refused(String line, ErrorCode code) {
        assertThatThrownBy(() -> TurnRecording.ofJson(line))
                .as(line)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void theOwnerIsToldWhatCanNotBeRun() {
        Attendant.Chat chat = talk();
        owner.change(
                "DELETE FROM turn_recordings WHERE turn_id IN (SELECT id FROM turns WHERE conversation_id = ?::uuid"
                        + " ORDER BY fence LIMIT 1)",
                chat.id());
        assertProblem(recorded.replayed(chat), 409, "recording_incomplete");
        owner.change("UPDATE turn_recordings SET recording = '{\"version\":99}'");
        assertProblem(recorded.replayed(chat), 409, "recording_unsupported");
        assertProblem(
                recorded.replayed(attendant.chat(UUID.randomUUID().toString(), Map.of())), 404, "recording_not_found");
    }

    private static void assertProblem(Attendant.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asText()).isEqualTo(code);
    }
}
