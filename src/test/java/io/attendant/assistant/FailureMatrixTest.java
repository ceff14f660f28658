package io.attendant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.attendant.assistant.MatrixCell.Mode;
import io.attendant.assistant.MatrixCell.Outcome;
import io.attendant.assistant.MatrixCell.Position;
import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.DatabaseOwner;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whatever the provider does and wherever it does it, the shopper gets one answer and the conversation goes on. */
@QuarkusTest
@TestProfile(HastyTimes.class)
class FailureMatrixTest extends ApplicationTest {
    private static final int AT_ONCE = 16;
    private static final Pattern ORDER = Pattern.compile("#K\\d+");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final Map<String, MatrixCell> byOrder = new ConcurrentHashMap<>();

    @Test
    void everyFaultAtEveryPlaceEndsWellOrHonestly() throws Exception {
        ActionShop goods = new ActionShop(attendant);
        goods.loadCatalogue();
        List<MatrixCell> cells = cells(goods);
        gemini.script(this::reply);

        Map<MatrixCell, Outcome> outcomes = new ConcurrentHashMap<>();
        var without = cells.stream()
                .collect(Collectors.partitioningBy(cell -> cell.fault().isOfConnection()));
        Map<MatrixCell, Throwable> failures = run(without.get(false), outcomes, AT_ONCE);
        // All of them are without it then.
        failures.putAll(run(without.get(true), outcomes, 1));

        assertThat(failures.entrySet().stream()
                        .map(failure -> failure.getKey() + "\n" + failure.getValue())
                        .sorted())
                .as("%d of %d cells failed", failures.size(), cells.size())
                .isEmpty();
        assertThat(gemini.violations()).isEmpty();
        try (DatabaseOwner owner = DatabaseOwner.of(url)) {
            StoredTurns.check(owner);
        }
        MatrixDocument.check(cells, outcomes);
    }

    private GeminiReply reply(GeminiRequest request) {
        Matcher order = ORDER.matcher(request.userTexts().getFirst());
        assertThat(order.find()).isTrue();
        return byOrder.get(order.group()).reply(request);
    }

    private List<MatrixCell> cells(ActionShop goods) {
        int faults = Faults.all("").size();
        Iterator<Shopper> shoppers =
                goods.shoppers(faults * Position.values().length * 4).iterator();
        List<MatrixCell> cells = new ArrayList<>();
        for (int fault = 0; fault < faults; fault++) {
            for (Position position : Position.values()) {
                for (boolean always : new boolean[] {false, true}) {
                    for (Mode mode : Mode.values()) {
                        Shopper shopper = shoppers.next();
                        Fault one = Faults.all(shopper.orderId()).get(fault);
                        if (isPossible(one, position, always)) {
                            MatrixCell cell = new MatrixCell(one, position, mode, always, shopper, gemini);
                            byOrder.put(shopper.orderId(), cell);
                            cells.add(cell);
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static boolean isPossible(Fault fault, Position position, boolean always) {
        // A connection that is refused once only can't be timed.
        return fault.isOfConnection()
                ? always && position != Position.IN_THE_MIDDLE
                : position != Position.IN_THE_MIDDLE || fault.inTheMiddle().isPresent();
    }

    private Map<MatrixCell, Throwable> run(List<MatrixCell> cells, Map<MatrixCell, Outcome> outcomes, int atOnce) {
        Map<MatrixCell, Throwable> failures = new ConcurrentHashMap<>();
        var waiting = new ConcurrentLinkedQueue<>(cells);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < atOnce; i++) {
                threads.execute(() -> {
                    for (MatrixCell cell = waiting.poll(); cell != null; cell = waiting.poll()) {
                        try {
                            outcomes.put(cell, cell.run(attendant));
                        } catch (Throwable e) {
                            failures.put(cell, e);
                        }
                    }
                });
            }
        }
        return new HashMap<>(failures);
    }
}
