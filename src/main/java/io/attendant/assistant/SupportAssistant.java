package io.attendant.assistant;

import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.langchain4j.service.tool.ToolErrorContext;
import io.attendant.assistant.memory.TurnMemoryProvider;
import io.attendant.catalog.CatalogTools;
import io.attendant.customers.CustomerTools;
import io.attendant.handoff.HandoffTools;
import io.attendant.knowledge.HelpTools;
import io.attendant.orders.OrderActionTools;
import io.attendant.orders.OrderTools;
import io.attendant.shared.ErrorCode;
import io.quarkiverse.langchain4j.HandleToolArgumentError;
import io.quarkiverse.langchain4j.HandleToolExecutionError;
import io.quarkiverse.langchain4j.RegisterAiService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The model with its tools. Answers one message on the caller's thread; what it says is streamed from below the tool loop by
 * {@link io.attendant.assistant.model.AssistantModel}.
 */
@ApplicationScoped
@RegisterAiService(
        chatMemoryProviderSupplier = TurnMemoryProvider.class,
        toolHallucinationStrategy = UnknownTool.class,
        // One more than AssistantConfig.maxToolRounds allows at the most: that bound ends a turn with an answer, this
        // one
        // with an error.
        maxSequentialToolInvocations = 52,
        tools = {
            CatalogTools.class,
            OrderTools.class,
            OrderActionTools.class,
            CustomerTools.class,
            VerificationTools.class,
            HelpTools.class,
            CalculatorTools.class,
            HandoffTools.class
        })
public interface SupportAssistant {

    /** @param text what the shopper wrote; a value, never a template */
    @SystemMessage(fromResource = "prompts/support.md")
    @UserMessage("{text}")
    String answer(
            @MemoryId UUID memoryId,
            @V("text") String text,
            @V("assistantName") String assistantName,
            @V("shopName") String shopName,
            @V("currency") String currency,
            @V("language") String language,
            @V("today") String today,
            @V("signedIn") String signedIn,
            @V("page") String page,
            @V("proposals") String proposals,
            @V("earlier") String earlier,
            InvocationParameters turn);

    /** The model is told a fixed sentence; an exception's message may hold anything. */
    @HandleToolArgumentError
    static String onArgumentError(ToolErrorContext context) {
        return ToolCalls.refuseArguments(context);
    }

    /** Tools answer their own failures; what comes here ended the turn below them. */
    @HandleToolExecutionError
    static String onExecutionError(Throwable error, ToolErrorContext context) {
        if (error instanceof RuntimeException fatal) {
            throw fatal;
        }
        return ToolCalls.refuse(context, ErrorCode.TOOL_FAILED);
    }
}
