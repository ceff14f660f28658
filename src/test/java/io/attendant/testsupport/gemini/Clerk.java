package io.attendant.testsupport.gemini;

import io.attendant.testsupport.gemini.protocol.FunctionCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The model that answers when nothing is scripted: a few fixed rules decide which declared function
 * to call, and {@link ClerkAnswers} puts the results into words. The same request always gets the
 * same answer.
 */
final class Clerk {

    private static final int MOST_PARALLEL_CALLS = 4;
    private static final Pattern ORDER = Pattern.compile("#[A-Za-z]{0,3}\\d{3,}|\\b[A-Z]{1,3}\\d{4,}\\b");
    private static final Pattern PERSON = words("human|person|agent|representative|colleague|someone real");
    private static final Pattern MY_ORDERS =
            words("my orders|all orders|order history|my order|my last order|my package|my parcel");
    private static final Pattern PROFILE = words("my profile|my account|my address|my email|my e-mail|my details");
    private static final Pattern SELL = words("do you sell|product types|categories|assortment");
    private static final Pattern PRODUCT =
            Pattern.compile("(?i)\\b(?:do you have|looking for|search for|show me|i need|i want to buy"
                    + "|recommend(?: me)?)\\b\\s*"
                    + "(?:(?:an?|any|some)\\b)?\\s*([^?.!]+)");
    private static final Pattern POLICY =
            words("returns?|refunds?|shipping|delivery|warranty|exchanges?|policy|policies|"
                    + "cancel|payments?|gift cards?|care|reset|how do i|how can i|"
                    + "how long");
    private static final Pattern ABOUT_ORDER =
            words("it|that one|order|where|when|status|track|tracking|arrive|arrives");
    private static final Pattern SUM = Pattern.compile("\\d+(?:\\.\\d+)?(?:\\s*[-+*/]\\s*\\d+(?:\\.\\d+)?)+");
    private static final Pattern THANKS = words("thanks|thank you|great|perfect");

    /** A call of a declared function, an answer from results, or a few polite words. */
    GeminiReply answer(GeminiRequest request) {
        if (!request.functionResponses().isEmpty()) {
            return GeminiReply.text(ClerkAnswers.from(request.functionResponses()));
        }
        List<FunctionCall> calls = decide(request).stream()
                .filter(call -> mayCall(request, call.name()))
                .limit(MOST_PARALLEL_CALLS)
                .toList();
        return calls.isEmpty()
                ? GeminiReply.text(smallTalk(request.lastUserText()))
                : GeminiReply.calls(calls.toArray(FunctionCall[]::new));
    }

    private static List<FunctionCall> decide(GeminiRequest request) {
        String text = request.lastUserText();
        Set<String> orders = orders(text);
        Matcher product = PRODUCT.matcher(text);
        Matcher sum = SUM.matcher(text);
        if (PERSON.matcher(text).find()) {
            Map<String, String> args = Map.of("reason", "The customer asks for a person.", "summary", text);
            return List.of(FunctionCall.of("handOffToHuman", args));
        }
        if (!orders.isEmpty()) {
            return orders.stream().map(Clerk::orderDetails).toList();
        }
        if (MY_ORDERS.matcher(text).find()) {
            return List.of(FunctionCall.of("listMyOrders"));
        }
        if (PROFILE.matcher(text).find()) {
            return List.of(FunctionCall.of("getMyProfile"));
        }
        if (SELL.matcher(text).find()) {
            return List.of(FunctionCall.of("listProductTypes"));
        }
        if (product.find()) {
            Map<String, String> args = Map.of("query", product.group(1).strip());
            return List.of(FunctionCall.of("findProducts", args));
        }
        if (POLICY.matcher(text).find()) {
            return List.of(FunctionCall.of("searchHelp", Map.of("query", text)));
        }
        if (sum.find()) {
            return List.of(FunctionCall.of("calculate", Map.of("expression", sum.group())));
        }
        return ABOUT_ORDER.matcher(text).find()
                ? newestOrder(request).map(Clerk::orderDetails).stream().toList()
                : List.of();
    }

    private static boolean mayCall(GeminiRequest request, String function) {
        List<String> allowed = request.payload().allowedFunctionNames();
        return request.declaredTools().contains(function)
                && !request.payload().functionCallingMode().equals("NONE")
                && (allowed.isEmpty() || allowed.contains(function));
    }

    private static FunctionCall orderDetails(String orderId) {
        return FunctionCall.of("getOrderDetails", Map.of("orderId", orderId));
    }

    /** The order that the customer named last, in an earlier message. */
    private static Optional<String> newestOrder(GeminiRequest request) {
        return request.userTexts().stream()
                .flatMap(text -> orders(text).stream())
                .reduce((earlier, later) -> later);
    }

    private static Set<String> orders(String text) {
        Set<String> orders = new LinkedHashSet<>();
        Matcher matcher = ORDER.matcher(text);
        while (matcher.find()) {
            String id = matcher.group().toUpperCase(Locale.ROOT);
            orders.add(id.startsWith("#") ? id : "#" + id);
        }
        return orders;
    }

    private static String smallTalk(String text) {
        return THANKS.matcher(text).find()
                ? "You are welcome. Is there anything else that I can do for you?"
                : "Hello! I can look up your orders, find products and answer questions about the"
                        + " shop. What can I do for you?";
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?i)\\b(?:" + alternatives + ")\\b");
    }
}
