package io.attendant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.ServerEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;

/** Somebody who talks, confirms twice, leaves in the middle, presses stop and sends things again, at random. */
final class RandomShopper {
    private static final List<String> MESSAGES = List.of(
            "Where is my order %s?",
            "What is in %s?",
            "Please cancel %s.",
            "Can I still change something in %s?",
            "Thank you! And the other thing about %s?");

    private final RandomGenerator random;
    private final Attendant attendant;
    private final Attendant.Chat chat;
    private final String orderId;
    private int sent;

    RandomShopper(RandomGenerator random, Attendant attendant, Shopper shopper) {
        this.random = random;
        this.attendant = attendant;
        this.chat = attendant.shopper(shopper.id());
        this.orderId = shopper.orderId();
    }

    String conversationId() {
        return chat.id();
    }

    /** How many different messages were sent. */
    int sent() {
        return sent;
    }

    /** A message, its answer, and perhaps a decision. */
    void turn() throws Exception {
        List<JsonNode> events = talk();
        List<String> names =
                events.stream().map(event -> event.path("event").asText()).toList();
        assertThat(names)
                .filteredOn(name -> name.matches("turn\\.(completed|failed)"))
                .as("ends in " + names)
                .hasSize(1);
        assertThat(names.getLast()).matches("turn\\.(completed|failed)");
        JsonNode end = events.getLast().path("data");
        if (end.has("text")) {
            assertThat(end.path("text").asText()).isNotBlank();
        } else {
            assertThat(end.path("code").asText()).as("why a turn failed").isEqualTo("turn_stopped");
        }
        Optional<String> card = events.stream()
                .filter(event -> event.path("event").asText().equals("action.proposed"))
                .map(event -> event.path("data").path("actionId").asText())
                .findFirst();
        if (card.isPresent() && random.nextInt(3) == 0) {
            decideTwice(card.get(), random.nextInt(5) == 0 ? "decline" : "confirm");
        }
    }

    private List<JsonNode> talk() throws Exception {
        sent++;
        int way = random.nextInt(100);
        String text = way < 15 ? decision() : pick(MESSAGES).formatted(orderId);
        Map<String, String> message = Map.of("text", text, "clientMessageId", "message-" + sent);
        if (way < 60) {
            return answer(message);
        } else if (way < 75) {
            return streamed(message, Integer.MAX_VALUE, false);
        } else if (way < 83) {
            // Leaves, and comes back for the answer.
            streamed(message, 1 + random.nextInt(3), false);
            return answer(message);
        } else if (way < 91) {
            Future<List<JsonNode>> again = besides(() -> answer(message));
            List<JsonNode> first = answer(message);
            assertThat(again.get()).as("the same message at the same time").isEqualTo(first);
            return first;
        }
        streamed(message, Integer.MAX_VALUE, true);
        return answer(message);
    }

    private String decision() {
        return random.nextInt(4) == 0 ? "no" : "yes";
    }

    private List<JsonNode> answer(Map<String, String> message) {
        Attendant.Answer answer = chat.ask(message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<JsonNode> events = new ArrayList<>();
        answer.json().path("events").forEach(events::add);
        return events;
    }

    /** @param most leaves after so many events */
    private List<JsonNode> streamed(Map<String, String> message, int most, boolean stop) {
        List<JsonNode> seen = new ArrayList<>();
        int stopAfter = stop ? 1 + random.nextInt(3) : 0;
        try (ServerEvents events = chat.stream(message)) {
            assertThat(events.status()).isEqualTo(200);
            String turnId = "";
            for (var event = events.next(); event.isPresent() && seen.size() < most; event = events.next()) {
                seen.add(Attendant.JSON
                        .createObjectNode()
                        .put("event", event.get().name())
                        .set("data", event.get().data()));
                turnId = seen.getFirst().path("data").path("turnId").asText();
                if (seen.size() == stopAfter) {
                    stop(turnId);
                }
            }
        }
        return seen;
    }

    private void stop(String turnId) {
        Attendant.Answer stopped = attendant.post(chat.path() + "/turns/" + turnId + "/stop", Map.of(), chat.headers());
        assertThat(stopped.status()).as(stopped.text()).isLessThan(300);
    }

    private void decideTwice(String actionId, String decision) throws Exception {
        String path = chat.path() + "/actions/" + actionId;
        Future<Attendant.Answer> again =
                besides(() -> attendant.post(path, Map.of("decision", decision), chat.headers()));
        Attendant.Answer first = attendant.post(path, Map.of("decision", decision), chat.headers());
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.get().text()).isEqualTo(first.text());
    }

    /** Once more, with a model in its right mind. */
    void talkOnceMore() {
        sent++;
        JsonNode end = answer(Map.of("text", "One last thing about " + orderId + "?", "clientMessageId", "last"))
                .getLast()
                .path("data");
        assertThat(end.path("text").asText()).isEqualTo(RandomModel.HEALTHY);
        assertThat(end.path("degraded").asBoolean()).isFalse();
    }

    private static <T> Future<T> besides(java.util.concurrent.Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        return task;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
