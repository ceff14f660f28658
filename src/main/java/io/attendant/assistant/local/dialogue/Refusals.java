package io.attendant.assistant.local.dialogue;

import io.attendant.shared.ErrorCode;

/** What to do when a tool says no. */
final class Refusals {
    private Refusals() {}

    static Step of(Task task, ToolUse refused) {
        String code = refused.refusal().orElseThrow();
        if (code.equals(ErrorCode.VERIFICATION_REQUIRED.code())) {
            return verify(task);
        }
        return task.unable("failed");
    }

    private static Step verify(Task task) {
        if (task.offers(Tools.REQUEST_VERIFICATION) && !task.hasUsed(Tools.REQUEST_VERIFICATION)) {
            return Task.call(
                    Tools.REQUEST_VERIFICATION, "reason", task.wording().text("verification.reason"));
        }
        return Task.ask(task.speech().say("verification.why"), Question.sign_in, "verification.how");
    }
}
