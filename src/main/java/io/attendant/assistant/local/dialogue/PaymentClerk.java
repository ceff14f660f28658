package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.wording.Speech;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds out how something is to be paid or paid back. */
final class PaymentClerk {
    private PaymentClerk() {}

    /** Has an order paid with another method. */
    static Step change(Job job, JsonNode order) {
        Set<String> paidWith = PaymentMethods.paidWith(order);
        BigDecimal total = Results.list(order, "items").stream()
                .flatMap(item -> Results.amount(item, "price").stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return choose(
                job,
                order,
                method -> !paidWith.contains(PaymentMethods.id(method)) && covers(method, total),
                "do.method.pay",
                id -> Proposal.of(
                        job,
                        order,
                        Tools.CHANGE_PAYMENT,
                        Task.arguments().put("orderId", OrderChoice.id(order)).put("paymentMethodId", id)));
    }

    private static boolean covers(JsonNode method, BigDecimal total) {
        return !PaymentMethods.isGiftCard(method)
                || Results.amount(method, "balance")
                        .filter(balance -> balance.compareTo(total) >= 0)
                        .isPresent();
    }

    /** Finds out where a refund goes: to what paid for the order, or to a gift card. */
    static Step forRefund(Job job, JsonNode order, Function<String, Step> then) {
        Set<String> paidWith = PaymentMethods.paidWith(order);
        return choose(
                job,
                order,
                method -> paidWith.contains(PaymentMethods.id(method)) || PaymentMethods.isGiftCard(method),
                "do.method.refund",
                then);
    }

    /**
     * Finds out what a difference in price is settled with. Where there is none, what paid for the order is named, since a
     * method has to be, and nobody is asked.
     */
    static Step forDifference(Job job, JsonNode order, BigDecimal difference, Function<String, Step> then) {
        Predicate<JsonNode> usual = method ->
                difference.signum() == 0 && PaymentMethods.paidWith(order).contains(PaymentMethods.id(method));
        return choose(job, order, method -> true, usual, "do.method.difference", then);
    }

    /** Asks again for the method that was refused. */
    static Step.Say again(Job job, JsonNode order, Speech speech) {
        Predicate<JsonNode> possible = method -> switch (job.errand().action()) {
            case change_payment -> !PaymentMethods.paidWith(order).contains(PaymentMethods.id(method));
            case give_back ->
                PaymentMethods.paidWith(order).contains(PaymentMethods.id(method)) || PaymentMethods.isGiftCard(method);
            default -> true;
        };
        List<JsonNode> methods = job.facts()
                .profile()
                .map(profile -> new PaymentMethods(profile)
                        .all().stream().filter(possible).toList())
                .orElse(List.of());
        return methods.isEmpty() ? job.task().offerPerson(speech) : ask(job, speech, methods, "do.method.which");
    }

    private static Step choose(
            Job job, JsonNode order, Predicate<JsonNode> possible, String question, Function<String, Step> then) {
        return choose(job, order, possible, method -> false, question, then);
    }

    /** @param usual what is taken if the shopper names none */
    private static Step choose(
            Job job,
            JsonNode order,
            Predicate<JsonNode> possible,
            Predicate<JsonNode> usual,
            String question,
            Function<String, Step> then) {
        if (!job.task().offers(Tools.PROFILE) && job.facts().profile().isEmpty()) {
            Set<String> paidWith = PaymentMethods.paidWith(order);
            boolean clear = paidWith.size() == 1 && job.errand().action() != Action.change_payment;
            return clear ? then.apply(paidWith.iterator().next()) : job.task().unable("unavailable");
        }
        Optional<Step> first = job.beforeProfile(false);
        if (first.isPresent()) {
            return first.get();
        }
        PaymentMethods methods = new PaymentMethods(job.facts().profile().orElseThrow());
        List<JsonNode> candidates = methods.all().stream().filter(possible).toList();
        List<JsonNode> meant = meant(job, methods, candidates, PaymentMethods.paidWith(order));
        if (meant.size() == 1) {
            return then.apply(PaymentMethods.id(meant.get(0)));
        }
        Optional<JsonNode> unasked = meant.stream().filter(usual).findFirst();
        if (unasked.isPresent()) {
            return then.apply(PaymentMethods.id(unasked.get()));
        }
        Optional<Step> fresh = job.beforeProfile(true);
        if (fresh.isPresent()) {
            return fresh.get();
        }
        return meant.isEmpty()
                ? job.task().offerPerson(job.speech().say("no.methods"))
                : ask(job, job.speech(), meant, question);
    }

    /** What was said last counts; one that isn't possible only if nothing else was named, so that the reason is told. */
    private static List<JsonNode> meant(
            Job job, PaymentMethods methods, List<JsonNode> candidates, Set<String> paidWith) {
        List<JsonNode> meant = candidates;
        for (Said said : job.said()) {
            Optional<String> picked = said.answers(Question.errand_method) ? said.picked() : Optional.empty();
            List<JsonNode> named = methods.named(said, paidWith);
            List<JsonNode> possible =
                    named.stream().filter(candidates::contains).toList();
            if (picked.isPresent()) {
                meant = candidates.stream()
                        .filter(method -> PaymentMethods.id(method).equals(picked.get()))
                        .toList();
            } else if (!possible.isEmpty()) {
                meant = possible;
            } else if (!named.isEmpty()) {
                meant = named;
            } else if (said.asksForOther(Question.errand_method) && meant.size() == 1) {
                JsonNode chosen = meant.get(0);
                meant = candidates.stream().filter(method -> method != chosen).toList();
            }
        }
        return meant;
    }

    private static Step.Say ask(Job job, Speech speech, List<JsonNode> methods, String question) {
        List<String> names = methods.stream()
                .map(method -> PaymentMethods.described(job.task().wording(), method))
                .toList();
        speech.say("do.methods");
        names.forEach(speech::item);
        return job.ask(
                speech,
                Question.errand_method,
                question,
                methods.stream().map(PaymentMethods::id).toList(),
                Optional.empty(),
                names.stream().map(name -> new Choice(name, name)).toList());
    }
}
