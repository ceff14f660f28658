package io.attendant.testsupport.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The shop of the retail data in the database: its rows as they are, as they must be, and back to where they were. */
public final class RetailShop {
    private static final int AT_ONCE = 12;
    private static final List<String> KINDS = List.of("customers", "products", "orders");

    private RetailShop() {}

    /**
     * All rows by kind and id.
     *
     * @param byKind {@code customers}, {@code products} and {@code orders}
     */
    public record Rows(Map<String, Map<String, JsonNode>> byKind) {
        public static Rows now() {
            Map<String, Map<String, JsonNode>> all = new LinkedHashMap<>();
            for (String kind : KINDS) {
                Map<String, JsonNode> rows = new LinkedHashMap<>();
                Shop.export(kind).forEach(row -> rows.put(row.path("id").asText(), row));
                all.put(kind, rows);
            }
            return new Rows(all);
        }

        /** The rows after all the cases, none of which may share a row with another. */
        public Rows after(List<ReplayCase> cases) {
            Map<String, Map<String, JsonNode>> expected = new LinkedHashMap<>();
            byKind.forEach((kind, rows) -> expected.put(kind, new LinkedHashMap<>(rows)));
            cases.forEach(replay -> replay.after()
                    .forEach((kind, rows) -> rows.forEach((id, row) -> {
                        assertThat(expected.get(kind)).as(replay.id()).containsKey(id);
                        expected.get(kind).put(id, Shop.parse(row.toString()));
                    })));
            return new Rows(expected);
        }

        /** The rows of {@code other} that are not as here, by kind and id. */
        public Map<String, Map<String, JsonNode>> changed(Rows other) {
            Map<String, Map<String, JsonNode>> changed = new LinkedHashMap<>();
            byKind.forEach((kind, rows) -> {
                Map<String, JsonNode> found = new LinkedHashMap<>(other.byKind().get(kind));
                found.entrySet().removeIf(row -> row.getValue().equals(rows.get(row.getKey())));
                changed.put(kind, found);
            });
            return changed;
        }

        /** Makes the database's rows these again. */
        public void restore() {
            changed(now()).forEach((kind, rows) -> {
                var file = JsonNodeFactory.instance.arrayNode();
                rows.keySet().forEach(id -> file.add(byKind.get(kind).get(id)));
                if (!file.isEmpty()) {
                    Shop.load(kind, file.toString());
                }
            });
        }
    }

    public static void load(Attendant attendant, Shop shop) {
        RetailData.folder();
        shop.clear();
        for (String kind : KINDS) {
            assertThat(attendant
                            .importFile(kind, RetailData.folder().resolve(kind + ".json"))
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Rounds in which no customer occurs twice: then all rows of a round are told apart. */
    public static List<List<ReplayCase>> rounds(List<ReplayCase> cases) {
        List<List<ReplayCase>> rounds = new ArrayList<>();
        List<Set<String>> customers = new ArrayList<>();
        for (ReplayCase replay : cases) {
            int round = 0;
            while (round < rounds.size() && customers.get(round).contains(replay.customerId())) {
                round++;
            }
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
                customers.add(new HashSet<>());
            }
            rounds.get(round).add(replay);
            customers.get(round).add(replay.customerId());
        }
        return rounds;
    }

    /** Several at once; the first failure is thrown when all have ended. */
    public static void runAll(List<ReplayCase> cases, Consumer<ReplayCase> run) throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService shoppers = Executors.newFixedThreadPool(AT_ONCE)) {
            cases.forEach(replay -> running.add(shoppers.submit(() -> run.accept(replay))));
            for (Future<?> one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    throw new AssertionError(e.getCause());
                }
            }
        }
    }
}
