package io.attendant.assistant.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.Attendant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A shopper who knows what is in a wish and nothing else: says it, picks of the choices that are offered the one that the
 * wish has most words of, and confirms a card.
 */
final class ScriptedShopper {
    private static final int MOST_TURNS = 16;
    private static final Pattern TASKS =
            Pattern.compile("(?<=[.;]) (?=For #|Return #|Cancel order |Change |Modify |Exchange )");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Attendant attendant;
    private final Attendant.Chat chat;
    private final String request;
    private final StringBuilder log = new StringBuilder();

    ScriptedShopper(Attendant attendant, Attendant.Chat chat, String request) {
        this.attendant = attendant;
        this.chat = chat;
        this.request = request;
    }

    /** @return what was said */
    String talk() {
        List<String> tasks = new ArrayList<>(Arrays.asList(TASKS.split(request)));
        // Who one is comes with the first wish.
        if (tasks.size() > 1) {
            tasks.set(0, tasks.remove(0) + " " + tasks.get(0));
        }
        String wish = tasks.remove(0);
        String said = wish;
        Set<String> picked = new HashSet<>();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            JsonNode answer = chat.ask(said).json();
            log.append("> ")
                    .append(said)
                    .append("\n< ")
                    .append(answer.path("reply").asText())
                    .append('\n');
            Optional<JsonNode> card = event(answer, "action.proposed");
            String now = wish;
            Optional<String> choice = event(answer, "choices").flatMap(choices -> choice(choices, now, picked));
            if (card.isPresent()) {
                confirm(card.get());
                choice = Optional.empty();
            }
            if (choice.isPresent()) {
                said = choice.get();
                picked.add(said);
            } else if (!tasks.isEmpty()) {
                wish = tasks.remove(0);
                said = wish;
                picked.clear();
            } else {
                return log.toString();
            }
        }
        return log.append("no end\n").toString();
    }

    private void confirm(JsonNode card) {
        log.append("! ").append(card).append('\n');
        Attendant.Answer answer = attendant.post(
                chat.path() + "/actions/" + card.path("actionId").asText(),
                Map.of("decision", "confirm"),
                chat.headers());
        log.append("  ").append(answer.json().path("status").asText()).append('\n');
    }

    private static Optional<String> choice(JsonNode event, String wish, Set<String> picked) {
        Set<String> known = words(wish);
        List<JsonNode> choices = new ArrayList<>();
        event.path("options").forEach(choices::add);
        return choices.stream()
                .filter(choice -> !picked.contains(choice.path("text").asText()))
                .filter(choice -> words(choice.path("label").asText()).stream().anyMatch(known::contains))
                .max(Comparator.comparingLong(
                        choice -> words(choice.path("label").asText()).stream()
                                .filter(known::contains)
                                .count()))
                .map(choice -> choice.path("text").asText());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NOT_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Optional<JsonNode> event(JsonNode answer, String name) {
        for (JsonNode event : answer.path("events")) {
            if (event.path("event").asText().equals(name)) {
                return Optional.of(event.path("data"));
            }
        }
        return Optional.empty();
    }
}
