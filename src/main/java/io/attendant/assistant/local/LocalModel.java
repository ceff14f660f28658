package io.attendant.assistant.local;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.attendant.assistant.local.dialogue.Choice;
import io.attendant.assistant.local.dialogue.Dialogue;
import io.attendant.assistant.local.dialogue.Step;
import io.attendant.assistant.local.understanding.Interpreter;
import io.attendant.assistant.local.understanding.Lexicons;
import io.attendant.assistant.local.understanding.Understanding;
import io.attendant.shared.wording.Language;
import io.attendant.shared.wording.Wordings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The built-in assistant: a model without a network that answers on the calling thread, in the eight languages of
 * {@link Language}, and states no figure that a tool did not give. It keeps nothing between calls: all it goes by is in the
 * request's messages, and it only calls the tools that the request declares. The answers that it offers as choices are in the
 * response's {@link OfferedChoices}.
 */
@Startup
@ApplicationScoped
// Not the application's StreamingChatModel: whoever wants this model asks for it by its own type.
@Typed(LocalModel.class)
public class LocalModel implements StreamingChatModel {
    private static final String NAME = "local";

    private final Interpreter interpreter;
    private final Dialogue dialogue;

    /** @param currency the ISO code of amounts that come without one */
    @Inject
    public LocalModel(@ConfigProperty(name = "attendant.shop.currency") Optional<String> currency) {
        Lexicons lexicons = Lexicons.load();
        this.interpreter = new Interpreter(lexicons);
        this.dialogue = new Dialogue(interpreter, lexicons, Wordings.load("/local/templates", currency));
    }

    /**
     * How a message by itself is understood.
     *
     * @param before the language of the conversation so far
     */
    public Understanding understand(String text, Optional<Language> before) {
        return interpreter.read(text, before);
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        List<ToolSpecification> declared = request.toolSpecifications();
        Set<String> tools = declared == null
                ? Set.of()
                : declared.stream().map(ToolSpecification::name).collect(Collectors.toUnmodifiableSet());
        Dialogue.Next next;
        try {
            next = dialogue.next(request.messages(), tools);
        } catch (RuntimeException e) {
            handler.onError(e);
            return;
        }
        switch (next.step()) {
            case Step.Call call -> call(call, next.calls() + 1, handler);
            case Step.Say say -> say(say, handler);
        }
    }

    private static void call(Step.Call call, int number, StreamingChatResponseHandler handler) {
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id(NAME + "-" + number)
                .name(call.tool())
                .arguments(call.arguments().toString())
                .build();
        handler.onCompleteToolCall(new CompleteToolCall(0, request));
        handler.onCompleteResponse(response(AiMessage.from(request), FinishReason.TOOL_EXECUTION, List.of()));
    }

    private static void say(Step.Say say, StreamingChatResponseHandler handler) {
        say.pieces().forEach(handler::onPartialResponse);
        handler.onCompleteResponse(response(AiMessage.from(say.text()), FinishReason.STOP, say.choices()));
    }

    private static ChatResponse response(AiMessage message, FinishReason reason, List<Choice> choices) {
        ChatResponseMetadata.Builder<?> metadata = ChatResponseMetadata.builder()
                .modelName(NAME)
                .tokenUsage(new TokenUsage(0, 0, 0))
                .finishReason(reason);
        return ChatResponse.builder()
                .aiMessage(message)
                .metadata(new OfferedChoices(metadata, choices))
                .build();
    }
}
