package io.attendant.assistant;

import dev.langchain4j.service.tool.ToolErrorContext;
import io.attendant.conversations.ChatEvent;
import io.attendant.conversations.ToolInterceptor;
import io.attendant.conversations.TurnScope;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;

/** Calls that never reached a tool: they are shown and refused like those that did. */
final class ToolCalls {
    private ToolCalls() {}

    /** Arguments that can't be read; below the tool's level that is not even said. */
    static String refuseArguments(ToolErrorContext context) {
        TurnScope turn = TurnScope.of(context.invocationContext().invocationParameters());
        String tool = context.toolExecutionRequest().name();
        if (turn.session().level().reaches(ToolLevels.of(tool))) {
            return refuse(turn, tool, ErrorCode.INVALID_ARGUMENTS);
        }
        turn.emit(new ChatEvent.VerificationRequired(tool));
        return refuse(turn, tool, ErrorCode.VERIFICATION_REQUIRED);
    }

    static String refuse(ToolErrorContext context, ErrorCode code) {
        return refuse(
                TurnScope.of(context.invocationContext().invocationParameters()),
                context.toolExecutionRequest().name(),
                code);
    }

    static String refuse(TurnScope turn, String tool, ErrorCode code) {
        String callId = turn.nextCallId();
        turn.emit(new ChatEvent.ToolStarted(callId, tool));
        turn.emit(new ChatEvent.ToolFinished(callId, tool, false, code.code()));
        return Json.write(ToolInterceptor.Refusal.of(code));
    }
}
