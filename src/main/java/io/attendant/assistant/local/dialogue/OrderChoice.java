package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.understanding.Slots;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which order an errand is about: by number, place in a list, what is in it, or as the one that was spoken of. */
final class OrderChoice {
    private final Glossary glossary;

    OrderChoice(Glossary glossary) {
        this.glossary = glossary;
    }

    /**
     * @param id the order, if it is clear
     * @param among else those that may be meant
     * @param needsList whether the list of orders is needed to tell
     * @param another whether another than the one before is asked for
     */
    record Pick(Optional<String> id, List<JsonNode> among, boolean needsList, boolean another) {
        static Pick of(String id) {
            return new Pick(Optional.of(id), List.of(), false, false);
        }

        static Pick among(List<JsonNode> orders) {
            return new Pick(Optional.empty(), orders, false, false);
        }
    }

    Pick pick(Job job) {
        Errand errand = job.errand();
        Optional<String> chosen = Optional.empty();
        Set<String> notMeant = new LinkedHashSet<>();
        for (Said said : errand.said()) {
            Optional<String> told = told(errand, said);
            if (told.isEmpty() && said.asksForOther(Question.errand_order)) {
                chosen.or(errand::spokenOf).ifPresent(notMeant::add);
                chosen = Optional.empty();
            } else {
                chosen = told.or(keeping(chosen));
            }
        }
        if (chosen.isPresent()) {
            return Pick.of(chosen.get());
        }
        Optional<String> inQuestion = inQuestion(job).filter(id -> !notMeant.contains(id));
        if (inQuestion.isPresent()) {
            return Pick.of(inQuestion.get());
        }
        return errand.facts()
                .orders()
                .map(orders -> fromList(job, orders, notMeant))
                .map(pick -> new Pick(pick.id(), pick.among(), false, !notMeant.isEmpty()))
                .orElseGet(() -> new Pick(Optional.empty(), List.of(), true, false));
    }

    private static java.util.function.Supplier<Optional<String>> keeping(Optional<String> chosen) {
        return () -> chosen;
    }

    /** The order that a message names by itself. */
    private Optional<String> told(Errand errand, Said said) {
        Slots slots = said.slots();
        boolean first = said == errand.first();
        List<JsonNode> known = errand.facts().orders().orElse(errand.seen());
        boolean asked = said.answers(Question.errand_order);
        boolean bareCounts = asked || (first && errand.action() != Action.change_address);
        Optional<String> number = slots.orderId().or(() -> bareCounts ? slots.bareNumber() : Optional.empty());
        if (number.isPresent()) {
            return number.map(written -> OrderClerk.written(written, known));
        }
        if (first || asked) {
            Optional<String> picked = said.picked();
            if (picked.isPresent()) {
                return picked;
            }
        }
        if (!asked) {
            return Optional.empty();
        }
        if (slots.last() && !said.offered().isEmpty()) {
            return Optional.of(said.offered().get(0));
        }
        List<JsonNode> named = mostNamed(
                said,
                known.stream()
                        .filter(order -> said.offered().contains(id(order)))
                        .toList());
        return named.size() == 1 ? Optional.of(id(named.get(0))) : Optional.empty();
    }

    /** Whether a message names one of the orders that were offered. */
    boolean isNamedIn(Said said, List<JsonNode> orders) {
        return orders.stream().anyMatch(order -> said.offered().contains(id(order)) && hits(said, order) > 0);
    }

    /** The order that was spoken of before, unless the first message means another. */
    private Optional<String> inQuestion(Job job) {
        Errand errand = job.errand();
        Said first = errand.first();
        Slots slots = first.slots();
        if (errand.spokenOf().isEmpty() || slots.last() || slots.other()) {
            return Optional.empty();
        }
        String id = errand.spokenOf().get();
        List<JsonNode> named = errand.action() == Action.change_address ? List.of() : mostNamed(first, errand.seen());
        if (!named.isEmpty() && named.stream().noneMatch(order -> id(order).equals(id))) {
            return Optional.of(id(named.get(0)));
        }
        boolean unfit = errand.seen().stream()
                .filter(order -> id(order).equals(id))
                .anyMatch(order -> !fits(job).test(order));
        return unfit && !slots.refersBack() && named.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    private Pick fromList(Job job, List<JsonNode> all, Set<String> notMeant) {
        Said first = job.errand().first();
        List<JsonNode> orders =
                all.stream().filter(order -> !notMeant.contains(id(order))).toList();
        List<JsonNode> named = job.errand().action() == Action.change_address ? List.of() : mostNamed(first, orders);
        if (first.slots().last() && !orders.isEmpty()) {
            return Pick.of(id(named.isEmpty() ? orders.get(0) : named.get(0)));
        }
        List<JsonNode> fitting = preferred(job, orders);
        if (named.isEmpty()) {
            return one(fitting);
        }
        List<JsonNode> namedAndFitting = preferred(job, mostNamed(first, fitting(job, orders)));
        return namedAndFitting.isEmpty() ? Pick.of(id(named.get(0))) : one(namedAndFitting);
    }

    private static Pick one(List<JsonNode> orders) {
        return orders.size() == 1 ? Pick.of(id(orders.get(0))) : Pick.among(orders);
    }

    private static Predicate<JsonNode> fits(Job job) {
        return order ->
                job.errand().action().fits(job.task(), order.path("status").asText());
    }

    static List<JsonNode> fitting(Job job, List<JsonNode> orders) {
        return orders.stream().filter(fits(job)).toList();
    }

    /** An exchange is rather of what has arrived, a change rather of what has not been sent. */
    private static List<JsonNode> preferred(Job job, List<JsonNode> orders) {
        List<JsonNode> fitting = fitting(job, orders);
        String status = job.errand().intent() == Intent.exchange_items ? "delivered" : "pending";
        List<JsonNode> better = fitting.stream()
                .filter(order -> order.path("status").asText().equals(status))
                .toList();
        return job.errand().action() != Action.swap || better.isEmpty() ? fitting : better;
    }

    /** The orders with most of the words among the names of their items. */
    private List<JsonNode> mostNamed(Said said, List<JsonNode> orders) {
        int most = orders.stream().mapToInt(order -> hits(said, order)).max().orElse(0);
        return orders.stream()
                .filter(order -> most > 0 && hits(said, order) == most)
                .toList();
    }

    private int hits(Said said, JsonNode order) {
        Heard heard = said.heard(glossary);
        return Results.texts(order, "items").stream()
                .mapToInt(name -> heard.placesOfAny(Heard.inCatalogue(name)).size())
                .max()
                .orElse(0);
    }

    static String id(JsonNode order) {
        return order.path("id").asText("");
    }
}
