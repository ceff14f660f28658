package io.attendant.assistant;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.attendant.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Answers a call of a tool that the model invented. */
@ApplicationScoped
public class UnknownTool implements Function<ToolExecutionRequest, ToolExecutionResultMessage> {
    /** The name is the model's invention and goes to no client. */
    private static final String UNKNOWN = "unknown";

    @Override
    public ToolExecutionResultMessage apply(ToolExecutionRequest request) {
        return ToolExecutionResultMessage.from(
                request, ToolCalls.refuse(AnswerTurn.current(), UNKNOWN, ErrorCode.UNKNOWN_TOOL));
    }
}
