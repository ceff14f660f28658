package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.wording.Speech;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One turn's work on an errand. */
record Job(Task task, Errand errand) {
    private static final String UNCLEAR = "unclear";

    static Job of(Task task, Errand errand) {
        return new Job(task, errand.knowing(errand.facts().and(task.uses())));
    }

    Facts facts() {
        return errand.facts();
    }

    List<Said> said() {
        return errand.said();
    }

    /** An answer; it begins with a regret where the last message was no answer to the question. */
    Speech speech() {
        Speech speech = task.speech();
        return task.wish().misheard() ? speech.say(UNCLEAR) : speech;
    }

    /** Says {@code speech} and asks, in the course of the errand. */
    Step.Say ask(Speech speech, Question question, String key) {
        return ask(speech, question, key, List.of(), Optional.empty(), List.of());
    }

    /**
     * @param ids what can be chosen, in the order shown
     * @param about the item that the question is about
     */
    Step.Say ask(
            Speech speech,
            Question question,
            String key,
            List<String> ids,
            Optional<String> about,
            List<Choice> choices) {
        Step.Say say = Task.ask(speech, question, key).offering(choices).within(errand.offering(ids, about));
        return task.wish().misheard() ? say.asMisunderstood() : say;
    }

    /**
     * What has to be done before a tool's answer can be used; empty if it is there.
     *
     * @param known whether an earlier turn had it
     * @param fresh whether it has to be of this turn, because the answer states what is in it
     */
    Optional<Step> before(String tool, String argument, String value, boolean known, boolean fresh) {
        Optional<ToolUse> used = argument.isEmpty() ? task.used(tool) : task.used(tool, argument, value);
        if (used.isPresent()) {
            return used.get().isRefused() ? Optional.of(refused(used.get())) : Optional.empty();
        }
        if (known && (!fresh || !task.offers(tool))) {
            return Optional.empty();
        }
        if (!task.offers(tool)) {
            return Optional.of(task.unable("unavailable"));
        }
        return Optional.of(argument.isEmpty() ? Task.call(tool) : Task.call(tool, argument, value));
    }

    Optional<Step> beforeProfile(boolean fresh) {
        return before(Tools.PROFILE, "", "", facts().profile().isPresent(), fresh);
    }

    Optional<Step> beforeOrders(boolean fresh) {
        return before(Tools.LIST_ORDERS, "", "", facts().orders().isPresent(), fresh);
    }

    Optional<Step> beforeOrder(String id, boolean fresh) {
        return before(Tools.ORDER_DETAILS, "orderId", id, facts().order(id).isPresent(), fresh);
    }

    Optional<Step> beforeProduct(String id, boolean fresh) {
        return before(
                Tools.PRODUCT_DETAILS, "productId", id, facts().product(id).isPresent(), fresh);
    }

    /** What a tool's no means; the errand goes on when the shopper has signed in. */
    Step refused(ToolUse use) {
        Step step = Refusals.of(task, use);
        return step instanceof Step.Say say
                        && say.question().filter(Question.sign_in::equals).isPresent()
                ? say.within(errand)
                : step;
    }

    String money(JsonNode priced, String field) {
        return Results.amount(priced, field)
                .map(amount -> task.wording().money(amount, Optional.empty()))
                .orElse("");
    }

    String text(String key) {
        return task.wording().text(key);
    }

    String text(String key, Map<String, String> values) {
        return task.wording().text(key, values);
    }
}
