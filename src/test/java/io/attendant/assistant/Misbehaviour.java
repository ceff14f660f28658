package io.attendant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.DatabaseOwner;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many random conversations at once with a model that misbehaves at random, and what must hold when they are over. */
final class Misbehaviour {
    private static final int AT_ONCE = 24;
    private static final int TURNS_EACH = 20;
    private static final Pattern ORDER = Pattern.compile("#K\\d+");

    private final Attendant attendant;
    private final GeminiEmulator gemini;
    private final DatabaseOwner owner;
    private final ActionShop goods;
    private final Map<String, RandomModel> models = new ConcurrentHashMap<>();
    private final List<RandomShopper> talks = new ArrayList<>();

    /** Something to do that may fail. */
    private interface Doing {
        void to(RandomShopper shopper) throws Exception;
    }

    Misbehaviour(Attendant attendant, GeminiEmulator gemini, DatabaseOwner owner) {
        this.attendant = attendant;
        this.gemini = gemini;
        this.owner = owner;
        this.goods = new ActionShop(attendant);
    }

    /**
     * @param turns of all conversations together
     * @param calm called when the model has come to its senses
     */
    void run(int turns, long seed, Runnable calm) {
        goods.loadCatalogue();
        gemini.script(this::reply);
        SplittableRandom random = new SplittableRandom(seed);
        for (Shopper shopper : goods.shoppers(turns / TURNS_EACH)) {
            models.put(shopper.orderId(), new RandomModel(random.split(), shopper.orderId()));
            talks.add(new RandomShopper(random.split(), attendant, shopper));
        }
        Map<String, BigDecimal> cards = goods.checkMoney();

        inParallel(shopper -> {
            for (int i = 0; i < TURNS_EACH; i++) {
                shopper.turn();
            }
        });
        models.values().forEach(RandomModel::heal);
        calm.run();
        inParallel(RandomShopper::talkOnceMore);

        assertThat(gemini.violations()).as("requests that the API refuses").isEmpty();
        assertThat(goods.checkMoney()).isEqualTo(cards);
        checkTurns();
        checkWrites();
    }

    private GeminiReply reply(GeminiRequest request) {
        for (String text : request.userTexts()) {
            Matcher order = ORDER.matcher(text);
            if (order.find()) {
                return models.get(order.group()).reply(request);
            }
        }
        return GeminiReply.text("What do you mean?");
    }

    private void inParallel(Doing doing) {
        var waiting = new ConcurrentLinkedQueue<>(talks);
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                threads.execute(() -> {
                    for (RandomShopper one = waiting.poll(); one != null; one = waiting.poll()) {
                        try {
                            doing.to(one);
                        } catch (Throwable e) {
                            failures.add(new AssertionError("conversation " + one.conversationId(), e));
                        }
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            AssertionError first =
                    new AssertionError(failures.size() + " of " + talks.size() + " conversations went wrong");
            failures.stream().limit(5).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** No turn is lost: each message is there once, with its answer. */
    private void checkTurns() {
        StoredTurns.check(owner);
        for (RandomShopper shopper : talks) {
            assertThat(owner.count(
                            "SELECT count(DISTINCT client_message_id) FROM turns WHERE conversation_id = ?::uuid",
                            shopper.conversationId()))
                    .isEqualTo(shopper.sent());
            assertThat(owner.count(
                            "SELECT count(*) FROM turns WHERE conversation_id = ?::uuid", shopper.conversationId()))
                    .isEqualTo(shopper.sent());
        }
    }

    /** What was decided happened once. */
    private void checkWrites() {
        assertThat(owner.ask("""
                        SELECT o.id FROM orders o LEFT JOIN actions a ON a.order_id = o.id AND a.status = 'executed'
                        GROUP BY o.id HAVING o.version <> count(a.id)"""))
                .as("orders that were changed more or less often than somebody confirmed")
                .isEmpty();
        assertThat(owner.ask("""
                        SELECT a.id FROM actions a LEFT JOIN events e
                          ON e.conversation_id = a.conversation_id AND e.type LIKE 'action.%' AND e.type <> 'action.proposed'
                            AND e.data::jsonb ->> 'actionId' = a.id::text
                        WHERE a.status IN ('executed', 'declined', 'failed')
                        GROUP BY a.id HAVING count(e.id) <> 1""")).as("decisions that were not told once").isEmpty();
        for (RandomShopper shopper : talks) {
            var chain =
                    goods.admin("/api/admin/audit/" + shopper.conversationId()).json();
            assertThat(chain.path("intact").asBoolean()).isTrue();
            assertThat(chain.path("entries").findValuesAsText("status"))
                    .filteredOn("executed"::equals)
                    .hasSize(owner.count(
                            "SELECT count(*) FROM actions WHERE conversation_id = ?::uuid AND status = 'executed'",
                            shopper.conversationId()));
        }
    }

    /** How the turns ended and the actions came out, for the log. */
    Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        owner.ask("""
                SELECT 'turns ' || status || coalesce(' ' || failure_code, '') || CASE WHEN degraded THEN ' degraded' ELSE '' END
                  || ': ' || count(*) FROM turns GROUP BY status, failure_code, degraded
                UNION ALL SELECT 'actions ' || status || ': ' || count(*) FROM actions GROUP BY status
                UNION ALL SELECT 'model calls ' || outcome || ': ' || count(*) FROM model_calls GROUP BY outcome""")
                .forEach(line ->
                        figures.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
        return figures;
    }
}
