package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Shop;
import io.attendant.testsupport.retail.ReplayCase;
import io.attendant.testsupport.retail.RetailShop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/**
 * The wishes of the public retail data, put to the local assistant over HTTP by a {@link ScriptedShopper}: in how many cases the
 * shop's rows end as the case says, and no other row has changed.
 */
@QuarkusTest
@TestProfile(RetailTalkTest.WithoutProvider.class)
class RetailTalkTest extends ApplicationTest {
    @Inject
    Shop shop;

    /** As it is without a key. */
    public static final class WithoutProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("attendant.assistant.model", "local");
        }
    }

    @Test
    void wishesEndAsTheyMust() throws Exception {
        RetailShop.load(attendant, shop);
        List<ReplayCase> cases = ReplayCase.all().stream()
                .filter(replay -> !replay.request().isBlank())
                .toList();
        RetailShop.Rows before = RetailShop.Rows.now();
        Map<String, String> wrong = new TreeMap<>();
        Map<String, String> talks = new ConcurrentHashMap<>();
        for (List<ReplayCase> round : RetailShop.rounds(cases)) {
            RetailShop.runAll(round, replay -> {
                Attendant.Chat chat = attendant.shopper(replay.customerId());
                talks.put(replay.id(), new ScriptedShopper(attendant, chat, replay.request()).talk());
            });
            RetailShop.Rows now = RetailShop.Rows.now();
            Map<String, Map<String, JsonNode>> off = before.after(round).changed(now);
            Map<String, String> owners = new HashMap<>();
            round.forEach(replay -> owners.put(replay.customerId(), replay.id()));
            off.forEach((kind, rows) -> rows.forEach((id, row) -> {
                String customer = kind.equals("orders") ? row.path("customerId").asText() : id;
                // Whatever is not a customer's own is nobody's to change.
                assertThat(owners).as(kind + " " + id).containsKey(customer);
                wrong.put(owners.get(customer), id);
            }));
            before.restore();
        }
        System.out.println("retail talk: " + share("one write", cases, 1, 1, wrong) + ", "
                + share("two writes", cases, 2, 2, wrong) + ", " + share("more", cases, 3, 99, wrong) + ", "
                + share("none", cases, 0, 0, wrong));
        List<ReplayCase> simple =
                cases.stream().filter(replay -> replay.writes() == 1).toList();
        assertThat(simple.stream().filter(replay -> !wrong.containsKey(replay.id())))
                .hasSizeGreaterThan(simple.size() / 2);
        cases.stream()
                .filter(replay -> wrong.containsKey(replay.id()))
                .limit(Integer.getInteger("retail.shown", 0))
                .forEach(replay -> System.out.println("=== " + replay.id() + "\n" + talks.get(replay.id())));
    }

    private static String share(String name, List<ReplayCase> cases, long least, long most, Map<String, String> wrong) {
        List<ReplayCase> of = new ArrayList<>(cases);
        of.removeIf(replay -> replay.writes() < least || replay.writes() > most);
        long right =
                of.stream().filter(replay -> !wrong.containsKey(replay.id())).count();
        return "%s: %d of %d (%.1f %%)".formatted(name, right, of.size(), 100.0 * right / Math.max(1, of.size()));
    }
}
