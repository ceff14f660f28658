package io.attendant.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever was remembered, what is shown to a provider is a conversation by its rules. */
class HistoryRepairTest {
    private static final int HISTORIES = 20_000;

    @Test
    void wellFormedTurnStaysAsItIs() {
        List<ChatMessage> turn = List.of(
                UserMessage.from("Where is it?"),
                AiMessage.from("Let me look.", List.of(call("a", "getOrderDetails"), call("b", "listMyOrders"))),
                result("a", "getOrderDetails"),
                result("b", "listMyOrders"),
                AiMessage.from("On its way."));

        assertThat(HistoryRepair.of(turn)).contains(turn);
    }

    @Test
    void callWithoutAResultIsLeftOutAndTheOtherKept() {
        List<ChatMessage> turn = List.of(
                UserMessage.from("Where is it?"),
                AiMessage.from(List.of(call("a", "getOrderDetails"), call("b", "listMyOrders"))),
                result("b", "listMyOrders"),
                AiMessage.from("On its way."));

        assertThat(HistoryRepair.of(turn).orElseThrow())
                .containsExactly(
                        turn.get(0),
                        AiMessage.from(List.of(call("b", "listMyOrders"))),
                        result("b", "listMyOrders"),
                        turn.get(3));
    }

    @Test
    void turnWithoutAShoppersMessageIsDropped() {
        assertThat(HistoryRepair.of(List.of(AiMessage.from("Hello.")))).isEmpty();
        assertThat(HistoryRepair.of(List.of())).isEmpty();
    }

    @Test
    void anythingBecomesValidOrNothing() {
        Random random = new Random(7);
        int kept = 0;
        for (int i = 0; i < HISTORIES; i++) {
            List<ChatMessage> garbage = IntStream.range(0, random.nextInt(9))
                    .mapToObj(n -> anything(random))
                    .toList();
            Optional<List<ChatMessage>> repaired = HistoryRepair.of(garbage);
            repaired.ifPresent(turn ->
                    assertThat(broken(turn)).as("%s made of %s", turn, garbage).isEmpty());
            kept += repaired.isPresent() ? 1 : 0;
            repaired.ifPresent(turn -> assertThat(HistoryRepair.of(turn)).contains(turn));
        }
        assertThat(kept).isGreaterThan(HISTORIES / 10);
    }

    /** The rule that the turn breaks. */
    private static List<String> broken(List<ChatMessage> turn) {
        List<String> broken = new ArrayList<>();
        if (!(turn.getFirst() instanceof UserMessage)) {
            broken.add("begins with the shopper");
        }
        for (int i = 0; i < turn.size(); i++) {
            switch (turn.get(i)) {
                case UserMessage user when user.singleText().isBlank() -> broken.add("empty shopper's message");
                case AiMessage answer
                when !answer.hasToolExecutionRequests()
                        && (answer.text() == null || answer.text().isBlank()) -> broken.add("empty answer");
                case AiMessage answer
                when answer.hasToolExecutionRequests() -> {
                    if (i == 0 || turn.get(i - 1) instanceof AiMessage) {
                        broken.add("calls right after the shopper or results");
                    }
                    broken.addAll(unanswered(answer, turn.subList(i + 1, turn.size())));
                }
                case ToolExecutionResultMessage result -> {
                    ChatMessage before = i == 0 ? null : turn.get(i - 1);
                    boolean follows = before instanceof ToolExecutionResultMessage
                            || (before instanceof AiMessage answer && answer.hasToolExecutionRequests());
                    if (!follows) {
                        broken.add("result without a call");
                    }
                }
                default -> {
                    // Text is always right.
                }
            }
        }
        return broken;
    }

    private static List<String> unanswered(AiMessage answer, List<ChatMessage> following) {
        List<ToolExecutionRequest> calls = answer.toolExecutionRequests();
        List<ToolExecutionResultMessage> results = following.stream()
                .takeWhile(ToolExecutionResultMessage.class::isInstance)
                .map(ToolExecutionResultMessage.class::cast)
                .toList();
        if (results.size() != calls.size()) {
            return List.of("as many results as calls");
        }
        Set<String> ids = new HashSet<>();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).id() == null || !ids.add(calls.get(i).id())) {
                broken.add("an id of its own");
            }
            if (!calls.get(i).name().equals(results.get(i).toolName())
                    || !String.valueOf(calls.get(i).id()).equals(results.get(i).id())) {
                broken.add("the call's own result");
            }
        }
        return broken;
    }

    private static ChatMessage anything(Random random) {
        String tool = random.nextBoolean() ? "getOrderDetails" : "listMyOrders";
        String id = random.nextInt(3) == 0 ? null : "id-" + random.nextInt(2);
        return switch (random.nextInt(6)) {
            case 0, 1 -> UserMessage.from(random.nextInt(5) == 0 ? " " : "Where is it?");
            case 2 -> AiMessage.from(random.nextInt(3) == 0 ? "" : "On its way.");
            case 3 ->
                AiMessage.builder()
                        .text(random.nextBoolean() ? "Let me look." : null)
                        .toolExecutionRequests(IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(n -> call(id, n == 0 ? tool : "listMyOrders"))
                                .toList())
                        .build();
            default -> result(id, tool);
        };
    }

    private static ToolExecutionRequest call(String id, String tool) {
        return ToolExecutionRequest.builder().id(id).name(tool).arguments("{}").build();
    }

    private static ToolExecutionResultMessage result(String id, String tool) {
        return ToolExecutionResultMessage.from(id, tool, "{}");
    }
}
