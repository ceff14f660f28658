package io.attendant.assistant.local.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.assistant.local.understanding.Particulars.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Cancels orders, for one of the two reasons that the shop keeps. */
final class CancelClerk {
    Step answer(Job job, JsonNode order) {
        Optional<Reason> reason = Optional.empty();
        for (Said said : job.said()) {
            Optional<Reason> before = reason;
            reason = told(said)
                    .or(() -> said.asksForOther(Question.errand_reason)
                            ? before.map(CancelClerk::other)
                            : Optional.empty())
                    .or(() -> before);
        }
        return reason.map(known -> Proposal.of(
                        job,
                        order,
                        Tools.CANCEL_ORDER,
                        Task.arguments().put("orderId", OrderChoice.id(order)).put("reason", known.name())))
                .orElseGet(() -> ask(job));
    }

    static Optional<Reason> told(Said said) {
        Optional<Reason> picked =
                said.answers(Question.errand_reason) ? said.picked().map(Reason::valueOf) : Optional.empty();
        return said.slots().particulars().reason().or(() -> picked);
    }

    private static Reason other(Reason reason) {
        return reason == Reason.NO_LONGER_NEEDED ? Reason.ORDERED_BY_MISTAKE : Reason.NO_LONGER_NEEDED;
    }

    static Step.Say ask(Job job) {
        List<Choice> choices = Arrays.stream(Reason.values())
                .map(reason -> job.text("do.reason." + reason))
                .map(text -> new Choice(text, text))
                .toList();
        return job.ask(
                job.speech(),
                Question.errand_reason,
                "do.reason",
                Arrays.stream(Reason.values()).map(Reason::name).toList(),
                Optional.empty(),
                choices);
    }
}
