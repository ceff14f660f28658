package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole conversations in each language over HTTP: the tools that they call and the rows that they leave. */
@QuarkusTest
@TestProfile(RetailTalkTest.WithoutProvider.class)
class ScriptedConversationsTest extends ApplicationTest {
    private static final int FEWEST = 10;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "pl"})
    void shoppersGetThere(String language) {
        ScriptShop.load();
        List<Script> scripts = Script.in(language, ScriptShop.names(language));
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(FEWEST);
        List<String> failures = new ArrayList<>();
        Map<String, JsonNode> rows = rows();
        for (Script script : scripts) {
            ScriptRun run = new ScriptRun(attendant, chat(language, script));
            try {
                run.play(script);
                Map<String, JsonNode> now = rows();
                rows.keySet().removeAll(run.changed());
                assertThat(now).containsAllEntriesOf(rows);
                rows = now;
            } catch (AssertionError failure) {
                failures.add("%s %s: %s%n%s".formatted(language, script.name(), failure.getMessage(), run.talk()));
                rows = rows();
            }
        }
        System.out.printf(
                "scripted conversations %s: %d of %d%n", language, scripts.size() - failures.size(), scripts.size());
        assertThat(failures.size()).as(String.join("\n", failures)).isZero();
    }

    private Attendant.Chat chat(String language, Script script) {
        return script.asGuest() ? attendant.guest() : attendant.shopper(ScriptShop.shopper(language));
    }

    private static Map<String, JsonNode> rows() {
        Map<String, JsonNode> rows = new TreeMap<>();
        Shop.export("orders").forEach(row -> rows.put(row.path("id").asText(), row));
        return rows;
    }
}
