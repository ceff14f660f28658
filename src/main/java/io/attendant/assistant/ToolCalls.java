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
