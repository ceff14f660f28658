package io.attendant.packaged;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.ActionShop.Outcome;
import io.attendant.testsupport.ActionShop.Proposal;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.DatabaseOwner;
import io.attendant.testsupport.Move;
import io.attendant.testsupport.PackagedApp;
import io.attendant.testsupport.TestDatabase;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The process dies in the middle of a confirmation: at each table that it writes, and in the commit itself. A trigger of the
 * test's own database holds it there. Started again and confirmed again, the action is executed once, whatever was done before.
 */
class KilledConfirmIT {
    private static final long GATE = 4_711;
    private static final String COMMIT = "COMMIT";
    /** Backends of the application that wait at the gate. */
    private static final String WAITING = "locktype = 'advisory' AND NOT granted AND objid = " + GATE;

    private static EmbeddedPostgres database;
    private static GeminiEmulator gemini;
    private static Map<String, String> environment;
    private static DatabaseOwner owner;
    private static PackagedApp app;
    private static ExecutorService threads;

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
        gemini = GeminiEmulator.start().script(Move::model);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        environment = PackagedApp.demoOn(database);
        environment.put("ATTENDANT_DEMO_SHOP", "false");
        environment.put("GEMINI_BASE_URL", gemini.baseUrl());
        environment.put("GEMINI_API_KEY", gemini.apiKey());
        app = PackagedApp.start(environment);
        new ActionShop(app.client()).loadCatalogue();
        owner = DatabaseOwner.of(environment.get("QUARKUS_DATASOURCE_JDBC_URL"));
        owner.change("""
                CREATE FUNCTION wait_at_the_gate() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_advisory_xact_lock_shared(%d);
                    RETURN NEW;
                END $$""".formatted(GATE));
    }

    @AfterAll
    static void stop() throws IOException {
        app.close();
        threads.close();
        owner.close();
        gemini.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "cancelOrder, actions",
        "cancelOrder, orders",
        "cancelOrder, payment_methods",
        "cancelOrder, conversations",
        "cancelOrder, events",
        "cancelOrder, audit_entries",
        "cancelOrder, COMMIT",
        "changeItems, order_items",
        "changeItems, payments",
        "changeItems, COMMIT"
    })
    void confirmedAgainAfterItWasKilledAt(String kind, String step) {
        Confirmation confirmation = new Confirmation(kind);
        String backend = confirmation.killAt(step);

        openGate();
        owner.await("SELECT count(*) FROM pg_stat_activity WHERE pid = " + backend, "0");
        closeTrigger(step);
        app = PackagedApp.start(environment);

        confirmation.checkAfterRestart(step.equals(COMMIT));
        confirmation.confirmAgain(confirmation.proposal()::confirm);
    }

    /** The database hasn't noticed yet that the process is gone: the dead confirmation still holds its rows. */
    @Test
    void confirmedAgainWhileTheDeadOneStillHoldsItsLocks() throws Exception {
        Confirmation confirmation = new Confirmation("cancelOrder");
        confirmation.killAt("payments");
        app = PackagedApp.start(environment);
        Proposal again = confirmation.proposal();

        CompletableFuture<Attendant.Answer> answer = CompletableFuture.supplyAsync(again::confirm, threads);
        owner.awaitBlocked(2);
        assertThat(answer).isNotDone();
        openGate();

        Attendant.Answer given = answer.get(60, SECONDS);
        closeTrigger("payments");
        confirmation.confirmAgain(() -> given);
    }

    private static void closeTrigger(String step) {
        owner.change("DROP TRIGGER gate ON " + table(step));
    }

    private static void openGate() {
        owner.ask("SELECT pg_advisory_unlock(?)", GATE);
    }

    private static String table(String step) {
        return step.equals(COMMIT) ? "actions" : step;
    }

    private interface Sending {
        Attendant.Answer send();
    }

    /** A card that is confirmed until it is executed, and what must have come of it then. */
    private static final class Confirmation {
        private final Shopper shopper;
        private final Map<String, Map<String, ObjectNode>> before;
        private final Map<String, Map<String, ObjectNode>> after;
        private final Map<String, BigDecimal> cards;
        private final String conversation;
        private final String actionId;

        Confirmation(String kind) {
            ActionShop goods = new ActionShop(app.client());
            shopper = goods.shoppers(2).getFirst();
            Proposal proposal = goods.propose(
                    shopper,
                    kind.equals("cancelOrder") ? Move.cancel(shopper.orderId()) : Move.swap(shopper.orderId()));
            conversation = proposal.chat().id();
            actionId = proposal.actionId();
            before = goods.exportAll();
            cards = goods.checkMoney();
            after = goods.exportAll();
            ObjectNode order = after.get("orders").get(shopper.orderId());
            ArrayNode payments = (ArrayNode) order.path("payments");
            if (kind.equals("cancelOrder")) {
                order.put("status", "cancelled").put("cancelReason", "NO_LONGER_NEEDED");
                payments.add(ActionShop.payment("refund", "38.00", ActionShop.CARD))
                        .add(ActionShop.payment("refund", "20.00", ActionShop.GIFT));
                giftCard("120.00");
            } else {
                order.put("itemsModified", true);
                ((ArrayNode) order.path("items")).set(0, ActionShop.read("""
                                {"productId":"K","variantId":"KB","name":"Kettle","options":{"size":"large"},"price":35.50}"""));
                payments.add(ActionShop.payment("payment", "5.50", ActionShop.GIFT));
                giftCard("94.50");
            }
        }

        private void giftCard(String balance) {
            ((ObjectNode) after.get("customers")
                            .get(shopper.id())
                            .path("paymentMethods")
                            .path(2))
                    .put("balance", new BigDecimal(balance));
        }

        /** The card, on the process that runs now. */
        Proposal proposal() {
            Attendant attendant = app.client();
            Attendant.Chat chat =
                    attendant.new Chat(conversation, Attendant.bearer(attendant.token(shopper.id(), "shopper")));
            return new Proposal(attendant, chat, actionId);
        }

        /**
         * Confirms, and kills the process where it writes to this table.
         *
         * @return the process id of the database's end of it, which still waits
         */
        String killAt(String step) {
            owner.ask("SELECT pg_advisory_lock(?)", GATE);
            owner.change(
                    step.equals(COMMIT)
                            ? """
                            CREATE CONSTRAINT TRIGGER gate AFTER UPDATE ON actions DEFERRABLE INITIALLY DEFERRED
                            FOR EACH ROW EXECUTE FUNCTION wait_at_the_gate()"""
                            : "CREATE TRIGGER gate BEFORE INSERT OR UPDATE ON " + step
                                    + " FOR EACH ROW EXECUTE FUNCTION wait_at_the_gate()");
            CompletableFuture<Attendant.Answer> lost = CompletableFuture.supplyAsync(proposal()::confirm, threads);
            owner.await("SELECT count(*) FROM pg_locks WHERE " + WAITING, "1");
            assertThat(lost).isNotDone();
            String backend =
                    owner.ask("SELECT pid FROM pg_locks WHERE " + WAITING).getFirst();
            assertThat(owner.ask("SELECT query FROM pg_stat_activity WHERE pid = " + backend)
                            .getFirst())
                    .containsIgnoringCase(step);

            app.kill();

            assertThatThrownBy(() -> lost.get(60, SECONDS)).hasRootCauseInstanceOf(IOException.class);
            return backend;
        }

        /** Nothing of it is there, or all of it when the database had already been told to commit. */
        void checkAfterRestart(boolean committed) {
            ActionShop goods = new ActionShop(app.client());
            assertThat(goods.exportAll()).isEqualTo(committed ? after : before);
            assertThat(goods.checkMoney()).isEqualTo(cards);
            assertThat(count("events", "type = 'action.executed'")).isEqualTo(committed ? 1 : 0);
            assertThat(count("audit_entries", "true")).isEqualTo(committed ? 1 : 0);
            assertThat(proposal()
                            .chat()
                            .transcript()
                            .path("actions")
                            .path(0)
                            .path("status")
                            .asText())
                    .isEqualTo(committed ? "executed" : "pending");
        }

        void confirmAgain(Sending second) {
            Attendant.Answer answer = second.send();

            assertThat(Outcome.of(answer)).isEqualTo(Outcome.EXECUTED);
            ActionShop goods = new ActionShop(app.client());
            assertThat(goods.exportAll()).isEqualTo(after);
            assertThat(ActionShop.read(answer.json().path("order").toString()))
                    .isEqualTo(after.get("orders").get(shopper.orderId()));
            assertThat(proposal().confirm().text()).isEqualTo(answer.text());
            assertThat(proposal().decline().text()).isEqualTo(answer.text());
            assertThat(goods.exportAll()).isEqualTo(after);
            assertThat(goods.checkMoney()).isEqualTo(cards);
            assertThat(count("events", "type LIKE 'action.%' AND type <> 'action.proposed'"))
                    .isEqualTo(1);
            assertThat(count("audit_entries", "true")).isEqualTo(1);
            assertThat(goods.admin("/api/admin/audit/" + conversation)
                            .json()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
            assertThat(owner.count("SELECT last_event_id FROM conversations WHERE id = ?::uuid", conversation))
                    .isEqualTo(count("events", "true"));
        }

        private int count(String table, String condition) {
            return owner.count(
                    "SELECT count(*) FROM " + table + " WHERE conversation_id = ?::uuid AND " + condition,
                    conversation);
        }
    }
}
