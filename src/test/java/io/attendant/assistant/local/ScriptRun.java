package io.attendant.assistant.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.DemoOutbox;
import io.attendant.testsupport.Shop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One script put to the server over HTTP; what was said is kept for whoever looks why it failed. */
final class ScriptRun {
    private final Attendant attendant;
    private final Attendant.Chat chat;
    private final StringBuilder talk = new StringBuilder();
    private final Map<String, Map<String, String>> ends = new TreeMap<>();
    private JsonNode answer;

    ScriptRun(Attendant attendant, Attendant.Chat chat) {
        this.attendant = attendant;
        this.chat = chat;
    }

    String talk() {
        return talk.toString();
    }

    void play(Script script) {
        script.lines().forEach(this::act);
        // Only the orders that the script names may be others than before.
        ends.forEach((order, values) -> {
            JsonNode row = Shop.export("orders", order);
            values.forEach((place, value) ->
                    assertThat(row.at(place).asText()).as(order + " " + place).isEqualTo(value));
        });
    }

    /** The orders whose end the script tells. */
    List<String> changed() {
        return List.copyOf(ends.keySet());
    }

    private void act(Script.Line line) {
        switch (line.act()) {
            case say -> say(line.text());
            case pick -> say(choice(line.text()));
            case confirm -> confirm();
            case verify -> verify(line.text());
            case calls ->
                // A search may take two tries, in the shopper's words and in the catalogue's.
                assertThat(String.join(" ", new LinkedHashSet<>(values("tool.started", "tool"))))
                        .isEqualTo(line.text());
            case answers -> assertThat(answer.path("reply").asText()).contains(line.text());
            case ends -> expect(line.text().split("\\s+", 3));
            case person -> assertThat(values("handoff.created", "ticketId")).hasSize(1);
        }
    }

    private void say(String text) {
        talk.append("> ").append(text).append('\n');
        Attendant.Answer said = chat.ask(text);
        assertThat(said.status()).as(said.text()).isEqualTo(200);
        answer = said.json();
        talk.append("  ").append(values("tool.started", "tool")).append('\n');
        talk.append("< ").append(answer.path("reply").asText()).append('\n');
        choices()
                .forEach(choice -> talk.append("  * ")
                        .append(choice.path("label").asText())
                        .append('\n'));
    }

    private String choice(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return choices().stream()
                .filter(choice ->
                        choice.path("label").asText().toLowerCase(Locale.ROOT).contains(wanted))
                .map(choice -> choice.path("text").asText())
                .findFirst()
                .orElseGet(() -> {
                    // Another model than the local assistant offers none, so its shopper types.
                    assertThat(choices()).as("choices without " + words).isEmpty();
                    return words;
                });
    }

    private void confirm() {
        List<String> cards = values("action.proposed", "actionId");
        assertThat(cards).as("cards").hasSize(1);
        Attendant.Answer done = attendant.post(
                chat.path() + "/actions/" + cards.getFirst(), Map.of("decision", "confirm"), chat.headers());
        assertThat(done.json().path("status").asText()).as(done.text()).isEqualTo("executed");
    }

    private void verify(String email) {
        assertThat(values("verification.required", "reason")).isNotEmpty();
        int before = new DemoOutbox(attendant).mails(email).size();
        attendant.post(chat.path() + "/verification", Map.of("email", email), chat.headers());
        say(DemoOutbox.code(new DemoOutbox(attendant).mailTo(email, before + 1)));
    }

    private void expect(String... words) {
        ends.computeIfAbsent(words[0], order -> new TreeMap<>()).put(words[1], words[2]);
    }

    private List<JsonNode> choices() {
        List<JsonNode> choices = new ArrayList<>();
        for (JsonNode event : answer.path("events")) {
            if (event.path("event").asText().equals("choices")) {
                event.path("data").path("options").forEach(choices::add);
            }
        }
        return choices;
    }

    private List<String> values(String event, String field) {
        List<String> values = new ArrayList<>();
        answer.path("events").forEach(each -> {
            if (each.path("event").asText().equals(event)) {
                values.add(each.path("data").path(field).asText());
            }
        });
        return values;
    }
}
