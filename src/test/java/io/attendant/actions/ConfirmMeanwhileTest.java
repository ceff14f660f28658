package io.attendant.actions;

import static io.attendant.testsupport.gemini.GeminiReply.call;
import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.ActionShop.Outcome;
import io.attendant.testsupport.ActionShop.Proposal;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ActionTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.DatabaseOwner;
import io.attendant.testsupport.Move;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.gemini.Gate;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Confirming while something else is going on: a turn of the same conversation, an import of the same order. */
@QuarkusTest
class ConfirmMeanwhileTest extends ActionTest {
    private static final int IMPORT_CHUNK = 500;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void endThreads() {
        threads.close();
    }

    @Test
    void whileTheTurnThatProposedItStillRuns() throws Exception {
        Shopper shopper = goods.shopper();
        Gate gate = new Gate();
        Move cancel = Move.cancel(shopper.orderId());
        gemini.reset();
        gemini.script(
                call(cancel.tool(), cancel.args()),
                chunks("Please look. ").thenHold(gate).thenText("Is it right?"));
        Attendant.Chat chat = attendant.shopper(shopper.id());

        try (ServerEvents events = chat.stream(Map.of("text", "cancel it"))) {
            Proposal proposal =
                    goods.proposal(chat, events.next("action.proposed").data());
            gate.reached().get(10, SECONDS);
            assertThat(proposal.confirmed()).isEqualTo(Outcome.EXECUTED);
            gate.release();
            assertThat(events.next("turn.completed").data().path("text").asText())
                    .isEqualTo("Please look. Is it right?");
        }
        assertExecutedOnce(shopper, chat);

        gemini.script(text("It is cancelled."));
        chat.ask("and now?");
        assertThat(gemini.requests().getLast().systemInstruction())
                .contains("cancelOrder " + shopper.orderId() + ": executed");
    }

    @Test
    void whileAnotherTurnRuns() throws Exception {
        Shopper shopper = goods.shopper();
        Proposal proposal = goods.propose(shopper, Move.cancel(shopper.orderId()));
        Attendant.Chat chat = proposal.chat();
        Gate gate = new Gate();
        gemini.reset();
        gemini.script(chunks("Alpha. ").thenHold(gate).thenText("Beta."));

        try (ServerEvents events = chat.stream(Map.of("text", "count"))) {
            events.next("text.delta");
            gate.reached().get(10, SECONDS);
            Attendant.Answer first = proposal.confirm();
            assertThat(Outcome.of(first)).isEqualTo(Outcome.EXECUTED);
            gate.release();
            assertThat(events.next("turn.completed").data().path("text").asText())
                    .isEqualTo("Alpha. Beta.");
            assertThat(proposal.confirm().text()).isEqualTo(first.text());
        }
        assertExecutedOnce(shopper, chat);
    }

    private void assertExecutedOnce(Shopper shopper, Attendant.Chat chat) {
        assertThat(goods.export("orders", shopper.orderId()).path("payments")).hasSize(4);
        assertThat(told(chat)).containsExactly("action.executed");
        assertThat(recorded(chat)).containsExactly("executed");
        assertThat(owner.ask("SELECT last_event_id FROM conversations WHERE id = ?::uuid", chat.id()))
                .isEqualTo(owner.ask("SELECT count(*) FROM events WHERE conversation_id = ?::uuid", chat.id()));
    }

    /** The import holds the order until it is done, and the confirmation sees what it brought. */
    @Test
    void whileAnImportOfTheOrderRuns() throws Exception {
        Shopper shopper = goods.shopper();
        Proposal proposal = goods.propose(shopper, Move.cancel(shopper.orderId()));
        ObjectNode shipped = goods.export("orders", shopper.orderId()).put("status", "processed");

        Attendant.Answer confirmed = confirmDuring(shopper, proposal, List.of(shipped), 200);

        assertThat(Outcome.of(confirmed)).isEqualTo(Outcome.failed("order_not_pending"));
        assertThat(goods.export("orders", shopper.orderId())).isEqualTo(shipped);
        goods.checkMoney();
    }

    @Test
    void whileAnImportOfTheOrderRunsThatIsRejectedInTheEnd() throws Exception {
        Shopper shopper = goods.shopper();
        Map<String, BigDecimal> cards = goods.checkMoney();
        Proposal proposal = goods.propose(shopper, Move.cancel(shopper.orderId()));
        List<ObjectNode> rows = new ArrayList<>();
        rows.add(goods.export("orders", shopper.orderId()).put("status", "processed"));
        while (rows.size() < IMPORT_CHUNK - 1) {
            rows.add(ActionShop.order(shopper, "#F" + rows.size(), List.of(ActionShop.CARD)));
        }
        ObjectNode bad =
                ActionShop.order(shopper, "#BAD", List.of(ActionShop.CARD)).put("status", "lost");

        // The first chunk is full with the order that the import has to wait for; only then the bad row is read.
        Attendant.Answer confirmed = confirmDuring(shopper, proposal, rows, 422, bad);

        assertThat(Outcome.of(confirmed)).isEqualTo(Outcome.EXECUTED);
        assertThat(goods.export("orders").keySet()).doesNotContain("#F7", "#BAD");
        assertThat(goods.checkMoney()).isEqualTo(cards);
    }

    /** Holds an order that the import comes to after the others of its chunk, until both the import and the shopper wait. */
    private Attendant.Answer confirmDuring(
            Shopper shopper, Proposal proposal, List<ObjectNode> rows, int importStatus, JsonNode... after)
            throws Exception {
        String last = "#Z";
        goods.load("orders", ActionShop.order(shopper, last, List.of(ActionShop.CARD)));
        List<JsonNode> file = new ArrayList<>(rows);
        file.add(ActionShop.order(shopper, last, List.of(ActionShop.CARD)));
        file.addAll(List.of(after));
        CompletableFuture<Attendant.Answer> imported;
        CompletableFuture<Attendant.Answer> confirmed;
        try (DatabaseOwner holder = owner()) {
            holder.begin();
            holder.ask("SELECT id FROM orders WHERE id = ? FOR UPDATE", last);
            imported =
                    CompletableFuture.supplyAsync(() -> goods.upload("orders", file.toArray(JsonNode[]::new)), threads);
            owner.awaitBlocked(1);
            confirmed = CompletableFuture.supplyAsync(proposal::confirm, threads);
            owner.awaitBlocked(2);
            holder.commit();
        }
        assertThat(imported.get(60, SECONDS).status()).isEqualTo(importStatus);
        return confirmed.get(60, SECONDS);
    }
}
