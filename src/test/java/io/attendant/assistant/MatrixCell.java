package io.attendant.assistant;

import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.Attendant;
import io.attendant.testsupport.ServerEvents;
import io.attendant.testsupport.gemini.Gate;
import io.attendant.testsupport.gemini.GeminiEmulator;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One fault at one place of one shopper's conversation: what came of it, and whether the next turn goes well. */
final class MatrixCell {
    private static final String FIRST_SENTENCE = "Let me look into it. ";
    private static final String GOOD = "Here is what I found.";
    private static final String NEXT = "All is well again.";
    private static final long PATIENCE_SECONDS = 20;
    /** The watchdog looks every second; what is left is for a busy machine. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bio\\.attendant|\\bjava\\.|langchain|gemini|googleapis|[A-Z]+_[A-Z_]+|\\{\"|</|\\bnull\\b|HTTP|quota"
                    + "|aaaaaaaa",
            Pattern.CASE_INSENSITIVE);

    /** Where in the turn it happens. */
    enum Position {
        FIRST_CALL("first call", null),
        AFTER_READING("after a tool has looked something up", "getOrderDetails"),
        AFTER_PROPOSAL("after a tool has proposed something", "cancelOrder"),
        IN_THE_MIDDLE("after a sentence was sent", null);

        final String words;
        final String tool;

        Position(String words, String tool) {
            this.words = words;
            this.tool = tool;
        }
    }

    /** How the shopper's client asks. */
    enum Mode {
        STREAM,
        JSON
    }

    /** What came of it, in words, and how often the provider was asked. */
    record Outcome(String words, int calls) {}

    private final Fault fault;
    private final Position position;
    private final Mode mode;
    private final boolean always;
    private final Shopper shopper;
    private final GeminiEmulator gemini;
    private final Gate gate = new Gate();
    private int asked;
    private boolean healthy;
    private GeminiRequest last;

    MatrixCell(Fault fault, Position position, Mode mode, boolean always, Shopper shopper, GeminiEmulator gemini) {
        this.fault = fault;
        this.position = position;
        this.mode = mode;
        this.always = always;
        this.shopper = shopper;
        this.gemini = gemini;
    }

    Fault fault() {
        return fault;
    }

    Position position() {
        return position;
    }

    boolean always() {
        return always;
    }

    /** The model's side of it. */
    synchronized GeminiReply reply(GeminiRequest request) {
        last = request;
        if (healthy) {
            return text(NEXT);
        }
        int step = asked;
        asked++;
        if (step == 0 && position.tool != null) {
            GeminiReply first = fault.isOfConnection() ? GeminiReply.hold(gate) : chunks();
            return position == Position.AFTER_READING
                    ? first.thenCall(position.tool, Map.of("orderId", shopper.orderId()))
                    : first.thenCall(position.tool, Map.of("orderId", shopper.orderId(), "reason", "NO_LONGER_NEEDED"));
        }
        int time = position.tool == null ? step : step - 1;
        if (!always && time >= fault.times()) {
            return text(GOOD);
        }
        return position == Position.IN_THE_MIDDLE && time == 0
                ? fault.inTheMiddle()
                        .orElseThrow()
                        .apply(chunks(FIRST_SENTENCE, "It").thenHold(gate))
                : fault.reply().orElseThrow();
    }

    private synchronized void heal() {
        healthy = true;
    }

    private synchronized int asked() {
        return asked;
    }

    /** Has the shopper ask twice, and checks all that has to hold whatever happened. */
    Outcome run(Attendant attendant) throws Exception {
        Attendant.Chat chat = attendant.shopper(shopper.id());
        long started = System.nanoTime();
        List<ServerEvents.Event> events = ask(chat);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        assertThat(took).as("time").isLessThan(HastyTimes.TURN_DEADLINE.plus(SLACK));
        JsonNode end = endOf(events);
        int calls = asked();
        checkTools(events);
        checkUse(end);
        heal();
        if (fault.isOfConnection()) {
            gemini.comeBack();
        }
        checkNext(chat, end);
        return new Outcome(words(events, end, calls), calls);
    }

    private String message() {
        return position == Position.AFTER_PROPOSAL
                ? "Please cancel my order " + shopper.orderId() + ", I no longer need it."
                : "Where is my order " + shopper.orderId() + "?";
    }

    private List<ServerEvents.Event> ask(Attendant.Chat chat) throws Exception {
        Map<String, String> message = Map.of("text", message(), "clientMessageId", "first");
        if (fault.isOfConnection()) {
            return askWithoutConnection(chat, message);
        }
        if (mode == Mode.STREAM || position != Position.IN_THE_MIDDLE) {
            return ask(chat, message);
        }
        Future<List<ServerEvents.Event>> answer = besides(() -> ask(chat, message));
        gate.reached().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        // Joins the same turn, to see that its first sentence is out.
        List<ServerEvents.Event> joined = stream(chat, message);
        List<ServerEvents.Event> events = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(events)
                .as("both clients saw the same")
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(joined);
        return events;
    }

    private List<ServerEvents.Event> ask(Attendant.Chat chat, Map<String, String> message) {
        return mode == Mode.STREAM
                ? stream(chat, message)
                : eventsOf(chat.ask(message).json());
    }

    private List<ServerEvents.Event> askWithoutConnection(Attendant.Chat chat, Map<String, String> message)
            throws Exception {
        if (position.tool == null) {
            gemini.goDown();
            return ask(chat, message);
        }
        Future<List<ServerEvents.Event>> answer = besides(() -> ask(chat, message));
        gate.reached().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        gemini.goDown();
        gate.release();
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static <T> Future<T> besides(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        return task;
    }

    private List<ServerEvents.Event> stream(Attendant.Chat chat, Map<String, String> message) {
        List<ServerEvents.Event> seen = new ArrayList<>();
        try (ServerEvents events = chat.stream(message)) {
            for (var event = events.next(); event.isPresent(); event = events.next()) {
                seen.add(event.get());
                if (event.get().name().equals("text.delta")) {
                    gate.release();
                }
            }
        }
        return seen;
    }

    private static List<ServerEvents.Event> eventsOf(JsonNode answer) {
        List<ServerEvents.Event> events = new ArrayList<>();
        answer.path("events")
                .forEach(event -> events.add(new ServerEvents.Event(
                        event.path("id").asLong(), event.path("event").asText(), event.path("data"))));
        JsonNode end = events.getLast().data();
        assertThat(answer.path("reply").asText())
                .as("reply")
                .isEqualTo(end.path(end.has("text") ? "text" : "message").asText());
        return events;
    }

    /** The turn ended once, with something that a shopper can read. */
    private static JsonNode endOf(List<ServerEvents.Event> events) {
        List<String> names = events.stream().map(ServerEvents.Event::name).toList();
        assertThat(names)
                .filteredOn(name -> name.matches("turn\\.(completed|failed)"))
                .as("ends in " + names)
                .hasSize(1);
        assertThat(names).first().isEqualTo("turn.started");
        assertThat(names).last().asString().startsWith("turn.").isNotEqualTo("turn.started");
        JsonNode end = events.getLast().data();
        String said = joined(events);
        String text = end.path(end.has("text") ? "text" : "message").asText();
        assertThat(text).as("answer").isNotBlank().hasSizeLessThan(15_000).doesNotContainPattern(INSIDES);
        if (end.has("text")) {
            assertThat(said).as("deltas").isEqualTo(text);
        }
        return end;
    }

    private static String joined(List<ServerEvents.Event> events) {
        StringBuilder said = new StringBuilder();
        all(events, "text.delta")
                .forEach(delta -> said.append(delta.path("text").asText()));
        return said.toString();
    }

    private static List<JsonNode> all(List<ServerEvents.Event> events, String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(ServerEvents.Event::data)
                .toList();
    }

    /** Each call that began has ended, and what the model called once ran once. */
    private void checkTools(List<ServerEvents.Event> events) {
        List<JsonNode> finished = all(events, "tool.finished");
        assertThat(all(events, "tool.started"))
                .extracting(call -> call.path("callId").asText())
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(finished.stream()
                        .map(call -> call.path("callId").asText())
                        .toList());
        assertThat(all(events, "action.proposed")).as("cards").hasSizeLessThanOrEqualTo(1);
        if (position.tool != null && !fault.tools()) {
            assertThat(finished)
                    .as("runs of the tool")
                    .filteredOn(call -> call.path("tool").asText().equals(position.tool))
                    .hasSize(1);
        }
    }

    /** The local assistant knows what was asked: it names the order, or the card that waits for an answer. */
    private void checkUse(JsonNode end) {
        if (end.path("degraded").asBoolean()) {
            assertThat(end.path("text").asText())
                    .as("answer in the model's place")
                    .contains(position == Position.AFTER_PROPOSAL ? "card" : shopper.orderId());
        }
    }

    /** The conversation goes on with the model, which is shown a valid history: what the shopper was told. */
    private void checkNext(Attendant.Chat chat, JsonNode end) {
        JsonNode answer = chat.ask("Thank you. Anything else about " + shopper.orderId() + "?")
                .json();
        assertThat(answer.path("reply").asText()).as("next turn").isEqualTo(NEXT);
        if (end.has("text")) {
            assertThat(last.userTexts()).as("remembered wishes").hasSize(2);
            assertThat(bare(String.join("", last.modelTexts())))
                    .as("remembered answer")
                    .isEqualTo(bare(end.path("text").asText()));
        } else {
            assertThat(last.userTexts()).as("remembered wishes").hasSize(1);
        }
        List<String> kept = new ArrayList<>();
        chat.transcript()
                .path("messages")
                .forEach(message -> kept.add(message.path("from").asText()));
        assertThat(kept)
                .as("transcript")
                .isEqualTo(
                        end.has("text")
                                ? List.of("shopper", "assistant", "shopper", "assistant")
                                : List.of("shopper", "shopper", "assistant"));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    private String words(List<ServerEvents.Event> events, JsonNode end, int calls) {
        if (!end.has("text")) {
            return "failed: " + end.path("code").asText();
        }
        String text = end.path("text").asText();
        boolean half = text.startsWith(FIRST_SENTENCE.strip());
        if (end.path("degraded").asBoolean()) {
            return half ? "half an answer, the local assistant went on" : "the local assistant answered";
        }
        if (fault.tools()) {
            return "answered, tool calls: " + all(events, "tool.finished").size();
        }
        int needed = position.tool == null ? 1 : 2;
        if (half) {
            return text.endsWith(GOOD) ? "went on after the break" : "said what there was";
        }
        return calls == needed ? "answered" : "answered when asked again";
    }

    @Override
    public String toString() {
        return "%s / %s / %s / %s / %s"
                .formatted(fault.name(), position.words, mode, always ? "always" : "once", shopper.orderId());
    }
}
