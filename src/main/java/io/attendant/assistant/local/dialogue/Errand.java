package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Slots;
import io.attendant.shared.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a shopper wants to have done, with all that was said about it, oldest first: what is chosen follows from that, so a
 * correction is just one more message. Immutable.
 *
 * @param intent the one that began it
 * @param spokenOf the order that was in question when it began
 * @param seen the list of orders that was known then
 * @param offered the ids of what can be chosen now, in the order shown
 * @param about the item that the open question is about
 */
record Errand(
        Action action,
        Intent intent,
        List<Said> said,
        Facts facts,
        Optional<String> spokenOf,
        List<JsonNode> seen,
        List<String> offered,
        Optional<String> about) {

    static Errand begin(Action action, Task task) {
        State state = task.state();
        boolean onOrders = state.focus().isOnOrders();
        Errand begun = new Errand(
                action,
                task.wish().intent(),
                List.of(),
                Facts.NONE,
                onOrders ? state.focus().orderId() : Optional.empty(),
                onOrders ? state.focus().orders() : List.of(),
                onOrders ? state.focus().orders().stream().map(Errand::id).toList() : List.of(),
                Optional.empty());
        return begun.hear(
                task.wish().text(), task.wish().slots(), task.wording().language(), Optional.empty(), true);
    }

    private static String id(JsonNode order) {
        return order.path("id").asText("");
    }

    Errand hear(String text, Slots slots, Language language, Optional<Question> asked, boolean restated) {
        List<Said> more = new ArrayList<>(said);
        more.add(new Said(text, slots, language, asked, offered, about, target(), restated));
        return new Errand(action, intent, List.copyOf(more), facts, spokenOf, seen, List.of(), Optional.empty());
    }

    /** The same done in another way, with all that was said. */
    Errand as(Action other) {
        return new Errand(other, intent, said, facts, spokenOf, seen, offered, about);
    }

    Errand knowing(Facts more) {
        return new Errand(action, intent, said, more, spokenOf, seen, offered, about);
    }

    Errand offering(List<String> ids, Optional<String> item) {
        return new Errand(action, intent, said, facts, spokenOf, seen, List.copyOf(ids), item);
    }

    Said first() {
        return said.get(0);
    }

    Said latest() {
        return said.get(said.size() - 1);
    }

    /** Goes on from another errand on the same order: what was said there counts here too. */
    Errand after(Errand before) {
        List<Said> all = new ArrayList<>(before.said());
        all.addAll(said);
        return new Errand(action, intent, List.copyOf(all), before.facts(), spokenOf, seen, offered, about);
    }

    /** What "the other one" is another of: what was asked last, else what there was more than one of. */
    private Question target() {
        return said.stream()
                .flatMap(each -> each.asked().stream())
                .filter(question -> question != Question.errand_confirm)
                .reduce((first, second) -> second)
                .orElseGet(() -> severalOrders() ? Question.errand_order : action.mainChoice());
    }

    private boolean severalOrders() {
        return facts.orders()
                .map(orders -> orders.stream()
                        .filter(order ->
                                action.statuses().contains(order.path("status").asText()))
                        .count())
                .filter(count -> count > 1)
                .isPresent();
    }
}
