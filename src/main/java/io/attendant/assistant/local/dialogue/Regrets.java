package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.Intent;
import io.attendant.assistant.local.wording.Speech;
import java.util.Map;
import java.util.Optional;

/** Says why something can't be done, and what is possible instead. */
final class Regrets {
    private Regrets() {}

    /** Where an order's state doesn't allow it, there is nothing to ask any more. */
    static Optional<Step> before(Job job, JsonNode order) {
        String status = order.path("status").asText("");
        return job.errand().action().fits(job.task(), status) ? Optional.empty() : Optional.of(ofStatus(job, order));
    }

    /** The tool said no. */
    static Step of(Job job, JsonNode order, ToolUse refused) {
        return switch (refused.refusal().orElseThrow()) {
            case "order_not_found" -> OrderClerk.notFound(job.task(), refused.argument("orderId"));
            case "order_not_pending", "order_not_delivered" -> ofStatus(job, order);
            case "order_already_modified" ->
                job.task().offerPerson(job.speech().say("no.modified", ErrandClerk.named(order)));
            case "payment_already_changed" -> plain(job, "no.payment_changed");
            case "invalid_reason" -> CancelClerk.ask(job);
            case "items_required", "item_not_in_order", "item_count_mismatch" -> plain(job, "no.items");
            case "replacement_unavailable" -> plain(job, "no.version.available");
            case "replacement_unchanged" -> plain(job, "no.version.same");
            case "payment_method_not_found" -> otherMethod(job, order, "no.method.found");
            case "payment_method_unchanged" -> otherMethod(job, order, "no.method.same");
            case "refund_method_not_allowed" -> otherMethod(job, order, "no.method.refund");
            case "gift_card_insufficient" -> otherMethod(job, order, "no.method.gift_card");
            case "address_incomplete" -> job.ask(job.speech().say("no.address"), Question.errand_address, "do.address");
            // The turn has its card already, by whoever proposed it.
            case "action_pending" -> job.ask(job.task().speech(), Question.errand_confirm, "do.proposed");
            default -> job.refused(refused);
        };
    }

    static Step noVersion(Job job, String product) {
        return job.task().offerPerson(job.speech().say("no.version", Map.of("product", product)));
    }

    private static Step plain(Job job, String key) {
        return job.task().offerPerson(job.speech().say(key));
    }

    private static Step otherMethod(Job job, JsonNode order, String key) {
        if (job.task().offers(Tools.PROFILE)) {
            Optional<Step> fresh = job.beforeProfile(true);
            if (fresh.isPresent()) {
                return fresh.get();
            }
        }
        return PaymentClerk.again(job, order, job.speech().say(key));
    }

    private static Step ofStatus(Job job, JsonNode order) {
        String status = order.path("status").asText("");
        boolean early = job.errand().action() == Action.give_back;
        // Who asks for money that is on its way wants to hear of it, not that it can't be asked for again.
        if (job.errand().intent() == Intent.get_refund && OrderReport.isRefunded(order)) {
            Speech speech = job.task().speech();
            OrderReport.refund(speech, order);
            return Task.say(speech);
        }
        Speech speech = job.speech().say(reason(early, status), ErrandClerk.named(order));
        instead(job, status).ifPresent(speech::say);
        return job.task().offerPerson(speech);
    }

    private static String reason(boolean early, String status) {
        return switch (status) {
            case "pending", "processed" -> early ? "no.early" : "no.late." + status;
            case "delivered", "cancelled", "return_requested", "exchange_requested" -> "no.late." + status;
            default -> "no.late";
        };
    }

    /** What can be done with an order of this status. */
    private static Optional<String> instead(Job job, String status) {
        Task task = job.task();
        boolean back = task.offers(Tools.RETURN_ITEMS);
        return switch (status) {
            case "pending" -> task.offers(Tools.CANCEL_ORDER) ? Optional.of("instead.pending") : Optional.empty();
            case "processed" -> back ? Optional.of("instead.processed") : Optional.empty();
            case "delivered" -> back ? Optional.of("instead.delivered") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
