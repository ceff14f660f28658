package io.attendant.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of what shoppers do to their orders: with the action shop, and a model that proposes what it is told to. */
public abstract class ActionTest extends ApplicationTest {
    private static final long PATIENCE_SECONDS = 120;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    protected ActionShop goods;
    protected DatabaseOwner owner;

    @BeforeEach
    void openActionShop() {
        goods = new ActionShop(attendant);
        goods.loadCatalogue();
        gemini.script(Move::model);
        owner = owner();
    }

    @AfterEach
    void closeActionShop() {
        owner.close();
    }

    /** One more connection of the schema's owner. */
    protected DatabaseOwner owner() {
        return DatabaseOwner.of(url);
    }

    /** The decisions that were told to whoever follows the conversation. */
    protected List<String> told(Attendant.Chat chat) {
        return owner.ask("""
                SELECT type FROM events
                WHERE conversation_id = ?::uuid AND type LIKE 'action.%' AND type <> 'action.proposed'
                ORDER BY id""", chat.id());
    }

    /** What the audit trail says of the conversation's decisions, after a check of the chain. */
    protected List<String> recorded(Attendant.Chat chat) {
        var chain = goods.admin("/api/admin/audit/" + chat.id()).json();
        assertThat(chain.path("intact").asBoolean()).as(chain.toString()).isTrue();
        return chain.path("entries").findValuesAsText("status");
    }

    /** Starts all of them at the same moment, and waits for all. */
    protected static <T> List<T> atOnce(List<Callable<T>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> call : calls) {
                running.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
