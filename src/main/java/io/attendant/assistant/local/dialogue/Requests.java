package io.attendant.assistant.local.dialogue;

import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Interpreter;
import io.attendant.assistant.local.understanding.Understanding;
import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds several wishes in one message: "cancel #A1 and where is #A2?". Only parts that are clear by themselves, and want
 * different things, are taken apart: most messages tell one wish in several sentences.
 */
final class Requests {
    /** So sure of a part, it is a wish of its own. */
    private static final double CLEAR = 0.6;
    /** A part that names an order says more than its few words. */
    private static final double CLEAR_OF_AN_ORDER = 0.4;
    /** What a shopper tells beside the wish sounds like a question to the help articles more easily. */
    private static final double CLEAR_QUESTION = 0.8;

    private static final int FEWEST_WORDS = 2;
    private static final int MOST_PIECES = 12;
    private static final String SENTENCE_END = "(?<=[.!?\\n])\\s+";

    private static final Map<Language, Pattern> BORDERS = borders(Map.of(
            Language.en, "and|plus",
            Language.de, "und|sowie",
            Language.fr, "et|puis",
            Language.es, "y|e",
            Language.it, "e|ed",
            Language.pt, "e",
            Language.nl, "en",
            Language.pl, "i|a|oraz"));

    /** What the help articles answer. */
    private static final Set<Intent> QUESTIONS = Set.of(
            Intent.delivery_options,
            Intent.delivery_period,
            Intent.check_payment_methods,
            Intent.check_refund_policy,
            Intent.get_invoice,
            Intent.newsletter_subscription,
            Intent.recover_password,
            Intent.contact_customer_service);

    /** What else people put into the same breath as another wish. */
    private static final Set<Intent> ERRANDS = Set.of(
            Intent.track_order,
            Intent.list_orders,
            Intent.cancel_order,
            Intent.change_shipping_address,
            Intent.change_payment,
            Intent.return_items,
            Intent.exchange_items,
            Intent.track_refund,
            Intent.find_product);

    /** What belongs to one wish, however it is put. */
    private static final List<Set<Intent>> KIN = List.of(
            Set.of(
                    Intent.track_order,
                    Intent.order_details,
                    Intent.list_orders,
                    Intent.delivery_period,
                    Intent.delivery_options),
            Set.of(
                    Intent.cancel_order,
                    Intent.return_items,
                    Intent.get_refund,
                    Intent.track_refund,
                    Intent.check_refund_policy,
                    Intent.check_cancellation_fee),
            Set.of(Intent.return_items, Intent.exchange_items, Intent.change_order),
            Set.of(Intent.change_payment, Intent.check_payment_methods, Intent.payment_issue));

    private final Interpreter interpreter;

    Requests(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    private static Map<Language, Pattern> borders(Map<Language, String> words) {
        Map<Language, Pattern> borders = new EnumMap<>(Language.class);
        words.forEach((language, joining) -> borders.put(
                language,
                Pattern.compile(
                        SENTENCE_END + "|\\s*,?\\s+(?=(?:" + joining + ")\\s)",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
        return borders;
    }

    /** The wishes in their order, each in the shopper's words; the whole message if it is one. */
    List<String> in(String text, Language language) {
        String[] pieces = BORDERS.get(language).split(text.strip(), MOST_PIECES);
        List<String> requests = new ArrayList<>();
        Optional<Understanding> before = Optional.empty();
        for (String piece : pieces) {
            Optional<Understanding> clear = clear(piece, language);
            boolean another = before.isPresent() && clear.isPresent() && areTwo(before.get(), clear.get());
            if (requests.isEmpty() || another) {
                requests.add(piece);
            } else {
                requests.set(requests.size() - 1, requests.get(requests.size() - 1) + " " + piece);
            }
            before = clear.isPresent() ? clear : before;
        }
        return requests.size() > 1 ? requests : List.of(text);
    }

    private Optional<Understanding> clear(String piece, Language language) {
        if (piece.split("\\s+", FEWEST_WORDS + 1).length < FEWEST_WORDS) {
            return Optional.empty();
        }
        return Stream.of(interpreter.readIn(language, piece))
                .filter(read -> QUESTIONS.contains(read.intent()) || ERRANDS.contains(read.intent()))
                .filter(read -> read.intents().get(0).confidence() >= needed(read))
                .findFirst();
    }

    private static double needed(Understanding read) {
        if (QUESTIONS.contains(read.intent())) {
            return CLEAR_QUESTION;
        }
        return read.slots().orderId().isPresent() ? CLEAR_OF_AN_ORDER : CLEAR;
    }

    private static boolean areTwo(Understanding one, Understanding other) {
        boolean kin = one.intent() == other.intent()
                || KIN.stream().anyMatch(set -> set.contains(one.intent()) && set.contains(other.intent()));
        if (!kin) {
            return true;
        }
        // "Cancel #A1 and return #A2": two, since of two orders.
        Optional<String> first = one.slots().orderId();
        Optional<String> second = other.slots().orderId();
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }
}
