package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Slots;
import io.attendant.assistant.local.wording.Speech;
import io.attendant.shared.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers questions about the shopper's orders. */
final class OrderClerk {
    private static final Set<String> OPEN = Set.of("pending", "processed");
    private static final Set<String> WITH_REFUND =
            Set.of("cancelled", "return_requested", "exchange_requested", "delivered");

    private final HelpClerk help;

    OrderClerk(HelpClerk help) {
        this.help = help;
    }

    Step answer(Task task) {
        if (task.wish().intent() == Intent.list_orders) {
            return list(task);
        }
        return chosen(task);
    }

    private static Step list(Task task) {
        Optional<ToolUse> listed = task.used(Tools.LIST_ORDERS);
        if (listed.isEmpty()) {
            return task.offers(Tools.LIST_ORDERS) ? Task.call(Tools.LIST_ORDERS) : task.unable("unavailable");
        }
        if (listed.get().isRefused()) {
            return Refusals.of(task, listed.get());
        }
        List<JsonNode> orders = Results.list(listed.get().result(), "orders");
        if (orders.isEmpty()) {
            return Task.say(task.speech().say("orders.none"));
        }
        Speech speech = task.speech();
        OrderReport.list(speech, orders, Results.number(listed.get().result(), "total"));
        return Task.ask(speech, Question.which_order, orders.size() == 1 ? "more" : "orders.which");
    }

    /** Which order is meant: by number, by place in a list, by what is in it, or the one that was spoken of. */
    private Step chosen(Task task) {
        Slots slots = task.wish().slots();
        List<JsonNode> known = knownOrders(task);
        Optional<String> number = slots.orderId().or(slots::bareNumber);
        if (number.isPresent()) {
            return open(task, written(number.get(), known));
        }
        if (slots.other()) {
            return known.isEmpty() ? withList(task) : other(task, known);
        }
        Optional<String> place = place(task, known);
        if (place.isPresent()) {
            return open(task, place.get());
        }
        Optional<String> named = byItems(known, slots.contentWords());
        if (named.isPresent() && !slots.last()) {
            return open(task, named.get());
        }
        boolean goesOn = task.state().focus().isOnOrders() && !slots.last();
        if (goesOn && task.state().focus().orderId().isPresent()) {
            return open(task, task.state().focus().orderId().get());
        }
        return withList(task);
    }

    private Step withList(Task task) {
        Optional<ToolUse> listed = task.used(Tools.LIST_ORDERS);
        if (listed.isEmpty()) {
            return task.offers(Tools.LIST_ORDERS)
                    ? Task.call(Tools.LIST_ORDERS)
                    : Task.ask(task.speech(), Question.which_order, "order.number");
        }
        if (listed.get().isRefused()) {
            return Refusals.of(task, listed.get());
        }
        List<JsonNode> orders = Results.list(listed.get().result(), "orders");
        if (orders.isEmpty()) {
            return Task.say(task.speech().say("orders.none"));
        }
        Slots slots = task.wish().slots();
        if (slots.other()) {
            return other(task, orders);
        }
        if (slots.last()) {
            return open(task, id(orders.get(0)));
        }
        String picked = likeliest(task, orders);
        return open(task, picked, task.wish().intent() == Intent.track_order && othersOpen(orders, picked));
    }

    /** The orders on the list that this turn fetched, else on the one seen last. */
    private static List<JsonNode> knownOrders(Task task) {
        return task.used(Tools.LIST_ORDERS)
                .filter(use -> !use.isRefused())
                .map(use -> Results.list(use.result(), "orders"))
                .orElse(task.state().focus().orders());
    }

    private static Optional<String> place(Task task, List<JsonNode> known) {
        int ordinal = task.wish().slots().ordinal().orElse(0);
        boolean pointsAtList = ordinal > 0 && task.state().focus().isOnOrders();
        return pointsAtList && ordinal <= known.size() ? Optional.of(id(known.get(ordinal - 1))) : Optional.empty();
    }

    /** The newest order with an item that the shopper names. */
    private static Optional<String> byItems(List<JsonNode> orders, List<String> words) {
        return orders.stream()
                .filter(order -> Results.texts(order, "items").stream()
                        .anyMatch(item -> Terms.of(item).hasAny(words)))
                .map(OrderClerk::id)
                .findFirst();
    }

    private Step other(Task task, List<JsonNode> orders) {
        return orders.stream()
                .map(OrderClerk::id)
                .filter(id -> !task.state().focus().opened().contains(id))
                .findFirst()
                .map(id -> open(task, id))
                .orElseGet(() -> Task.say(task.speech().say("order.no_other")));
    }

    /** The newest order that the question makes sense for; else the newest. */
    private static String likeliest(Task task, List<JsonNode> orders) {
        Set<String> fitting = task.wish().intent() == Intent.track_refund ? WITH_REFUND : OPEN;
        return id(orders.stream()
                .filter(order -> fitting.contains(order.path("status").asText()))
                .findFirst()
                .orElse(orders.get(0)));
    }

    private Step open(Task task, String orderId) {
        return open(task, orderId, false);
    }

    private Step open(Task task, String orderId, boolean othersOpen) {
        Optional<ToolUse> opened = task.used(Tools.ORDER_DETAILS, "orderId", orderId);
        if (opened.isEmpty()) {
            return task.offers(Tools.ORDER_DETAILS)
                    ? Task.call(Tools.ORDER_DETAILS, "orderId", orderId)
                    : task.unable("unavailable");
        }
        Optional<String> refusal = opened.get().refusal();
        if (refusal.isEmpty()) {
            return report(task, Results.order(opened.get().result()), othersOpen);
        }
        if (!refusal.get().equals(ErrorCode.ORDER_NOT_FOUND.code())) {
            return Refusals.of(task, opened.get());
        }
        return notFound(task, orderId);
    }

    /** A number typed without its letters may still be one of the shopper's orders: the list tells. */
    static Step notFound(Task task, String orderId) {
        boolean mayLackLetters = orderId.matches("#\\d+");
        if (mayLackLetters && task.offers(Tools.LIST_ORDERS) && !task.hasUsed(Tools.LIST_ORDERS)) {
            return Task.call(Tools.LIST_ORDERS);
        }
        Speech speech = task.speech().say("order.not_found", Map.of("order", orderId));
        return task.offers(Tools.LIST_ORDERS)
                ? Task.ask(speech, Question.list_orders, "orders.offer")
                : task.offerPerson(speech);
    }

    /** As the shop writes it, if it is on the list; digits alone are enough for that. */
    static String written(String number, List<JsonNode> known) {
        return known.stream()
                .map(OrderClerk::id)
                .filter(id -> id.equalsIgnoreCase(number) || digits(id).equals(number.substring(1)))
                .findFirst()
                .orElse(number);
    }

    /** @param othersOpen whether the order was picked among several that may have been meant */
    private Step report(Task task, JsonNode order, boolean othersOpen) {
        Speech speech = task.speech();
        switch (task.wish().intent()) {
            case order_details -> OrderReport.details(speech, order);
            case track_refund -> {
                if (!OrderReport.refund(speech, order)) {
                    return help.addTo(speech, task);
                }
            }
            default -> OrderReport.tracking(speech, order);
        }
        return othersOpen
                ? Task.ask(speech.say("orders.others"), Question.list_orders, "orders.offer")
                : Task.say(speech);
    }

    private static boolean othersOpen(List<JsonNode> orders, String picked) {
        return orders.stream()
                .filter(order -> OPEN.contains(order.path("status").asText()))
                .anyMatch(order -> !id(order).equals(picked));
    }

    private static String id(JsonNode order) {
        return order.path("id").asText("");
    }

    private static String digits(String id) {
        return id.replaceAll("\\D", "");
    }
}
