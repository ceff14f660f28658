package io.attendant.assistant.replay;

import static io.attendant.testsupport.gemini.GeminiReply.chunks;
import static io.attendant.testsupport.gemini.GeminiReply.error;
import static io.attendant.testsupport.gemini.GeminiReply.text;

import io.attendant.testsupport.ActionShop.Shopper;
import io.attendant.testsupport.Move;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.GeminiError;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What shoppers say and what an unreliable model answers, by the seed. */
final class RandomTalk {
    /** Messages that the model answers end with the number of a shopper; all others are left to the local assistant. */
    private static final Pattern FOR_THE_MODEL = Pattern.compile(".*~(\\d+)$", Pattern.DOTALL);

    /** How the server's own words to the model begin: what it said was held back, or broke off. */
    private static final List<String> NOTES = List.of("Your next sentence was not sent", "Your answer broke off");

    private static final List<String> WORDS = List.of(
            "Hello",
            "Where is my order %s?",
            "Wo ist meine Bestellung %s?",
            "Cancel order %s, I no longer need it",
            "Annulez %s, je n'en ai plus besoin",
            "Do you have a kettle under 30?",
            "Habt ihr einen Wasserkocher?",
            "How do I return an item?",
            "Show me all my orders",
            "Change the address of %s to 9 Quay Road, 4000-001 Porto, Portugal",
            "I want to talk to a person",
            "Pay %s with the gift card",
            "¿Dónde está mi pedido %s?",
            "the second one",
            "asdf qwer",
            "Thanks!");

    private static final List<String> DECISIONS = List.of("yes", "no", "ja", "non merci", "sí");

    private static final List<String> ANSWERS = List.of(
            "It is on its way. Anything else?",
            "I'll connect you with a colleague.",
            "That costs 1,234.50 in all, e.g. for two.\n\nShall I?",
            "Voilà ! C'est fait… ou presque.",
            "طلبك في الطريق؟ نعم.",
            "Let me know if there is anything else.",
            "Gern! Was kann ich sonst für Sie tun?",
            "One moment");

    private final long seed;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    RandomTalk(long seed) {
        this.seed = seed;
    }

    /** A message of this shopper, to be decided upon by the server, the local assistant or the model. */
    static String message(Random random, Shopper shopper, boolean forTheModel) {
        if (random.nextInt(4) == 0) {
            return DECISIONS.get(random.nextInt(DECISIONS.size()));
        }
        String words = WORDS.get(random.nextInt(WORDS.size())).formatted(shopper.orderId());
        return forTheModel ? words + " ~" + shopper.orderId().replaceAll("\\D", "") : words;
    }

    /** The model. */
    GeminiReply reply(GeminiRequest request) {
        String said = request.userTexts().reversed().stream()
                .filter(text -> NOTES.stream().noneMatch(text::startsWith))
                .findFirst()
                .orElse("");
        Matcher shopper = FOR_THE_MODEL.matcher(said);
        if (!shopper.matches()) {
            return error(GeminiError.invalidApiKey());
        }
        String place = said + request.functionResponses().size();
        int times = asked.computeIfAbsent(place, key -> new AtomicInteger()).incrementAndGet();
        Random random = new Random(seed * 31 + place.hashCode() * 17L + times);
        String orderId = "#K" + shopper.group(1);
        return switch (random.nextInt(10)) {
            case 0, 1 -> fault(random);
            case 2, 3, 4, 5 -> calls(random, orderId);
            default -> text(ANSWERS.get(random.nextInt(ANSWERS.size())));
        };
    }

    private static GeminiReply calls(Random random, String orderId) {
        FunctionCall one = call(random, orderId);
        GeminiReply before = random.nextInt(3) == 0 ? text("Let me look.") : chunks();
        return random.nextInt(3) == 0 ? before.thenCalls(one, call(random, orderId)) : before.thenCalls(one);
    }

    private static FunctionCall call(Random random, String orderId) {
        Move move = switch (random.nextInt(4)) {
            case 0 -> Move.cancel(orderId);
            case 1 -> Move.swap(orderId);
            case 2 -> Move.sendTo(orderId, "9 Quay Road");
            default -> Move.moveTo("9 Quay Road");
        };
        return switch (random.nextInt(9)) {
            case 0 -> FunctionCall.of("getOrderDetails", Map.of("orderId", orderId));
            case 1 -> FunctionCall.of("listMyOrders", Map.of());
            case 2 -> FunctionCall.of("findProducts", Map.of("query", "kettle"));
            case 3 -> FunctionCall.of("searchHelp", Map.of("query", "return an item"));
            case 4 -> FunctionCall.of("calculate", Map.of("expression", "30.00 * 2"));
            case 5 -> FunctionCall.of("handOffToHuman", Map.of("reason", "wish", "summary", "talk"));
            case 6 -> FunctionCall.of("getOrderDetails", Map.of("orderId", List.of(1)));
            default -> FunctionCall.of(move.tool(), move.args());
        };
    }

    private static GeminiReply fault(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> error(GeminiError.overloaded());
            case 1 -> GeminiReply.promptBlocked("SAFETY");
            case 2 -> GeminiReply.finishOnly("MAX_TOKENS");
            case 3 -> GeminiReply.finishOnly("MALFORMED_FUNCTION_CALL");
            case 4 -> text("One. Two. And thr").finish("MAX_TOKENS");
            case 5 -> chunks("One. Tw").thenHangUp();
            case 6 -> chunks("One. ").thenGarbage("data: {no\r\n\r\n");
            case 7 -> chunks("One. ").thenSafetyStop();
            default -> chunks("One. Tw").thenError(GeminiError.internal());
        };
    }
}
