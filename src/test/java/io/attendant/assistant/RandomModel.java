package io.attendant.assistant;

import static io.attendant.testsupport.gemini.GeminiReply.calls;
import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.text;
import static io.attendant.testsupport.gemini.GeminiReply.thought;

import io.attendant.testsupport.ActionShop;
import io.attendant.testsupport.Move;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The model of one conversation: answers, looks up and proposes at random, and half the time something is wrong with it. */
final class RandomModel {
    static final String HEALTHY = "All is well again.";

    private static final int FAULTS_IN_100 = 50;
    private static final int SLOW_FAULTS_IN_100 = 2;

    private final RandomGenerator random;
    private final String orderId;
    private final List<Fault> faults;
    private boolean healthy;
    private int streets;

    RandomModel(RandomGenerator random, String orderId) {
        this.random = random;
        this.orderId = orderId;
        this.faults = Faults.quick(orderId);
    }

    synchronized GeminiReply reply(GeminiRequest request) {
        if (healthy) {
            return text(HEALTHY);
        }
        return random.nextInt(100) < FAULTS_IN_100 ? wrong() : right(request);
    }

    synchronized void heal() {
        healthy = true;
    }

    private GeminiReply wrong() {
        Fault fault = pick(random.nextInt(100) < SLOW_FAULTS_IN_100 ? Faults.SLOW : faults);
        return fault.inTheMiddle().isPresent() && random.nextBoolean()
                ? fault.inTheMiddle().get().apply(chunks("Let me look into it. ", "It"))
                : fault.reply().orElseThrow();
    }

    private GeminiReply right(GeminiRequest request) {
        boolean mayCall = !request.declaredTools().isEmpty();
        boolean answered = !request.functionResponses().isEmpty();
        if (!mayCall || random.nextInt(3) < (answered ? 2 : 1)) {
            return random.nextBoolean()
                    ? text("Here is what I found. Is there anything else?")
                    : thought("Hm.").thenText("Fine.");
        }
        return switch (random.nextInt(5)) {
            case 0 -> calls(read());
            case 1 -> calls(read(), FunctionCall.of("getMyProfile"), propose());
            case 2 -> chunks("One moment. ").thenCalls(propose());
            case 3 -> calls(FunctionCall.of("lookUpParcel", Map.of("orderId", orderId)), read());
            default -> calls(propose());
        };
    }

    private FunctionCall read() {
        return FunctionCall.of("getOrderDetails", Map.of("orderId", orderId));
    }

    private FunctionCall propose() {
        streets++;
        Move move = switch (random.nextInt(10)) {
            case 0 -> Move.cancel(orderId);
            case 1, 2 -> Move.payBy(orderId, pick(List.of(ActionShop.CARD, ActionShop.PAYPAL, ActionShop.GIFT)));
            case 3, 4 -> Move.swap(orderId);
            case 5, 6 -> Move.moveTo(streets + " Hill Street");
            default -> Move.sendTo(orderId, streets + " New Street");
        };
        return FunctionCall.of(move.tool(), move.args());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
