package io.attendant.testsupport;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.attendant.assistant.OpenPage;
import io.attendant.assistant.local.LocalModel;
import io.attendant.assistant.memory.PageMark;
import io.attendant.shared.Json;
import io.attendant.testsupport.gemini.GeminiReply;
import io.attendant.testsupport.gemini.GeminiRequest;
import io.attendant.testsupport.gemini.protocol.Content;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the emulator of Gemini answers with when it has to carry on a whole conversation: the local assistant decides, from
 * nothing but what stands in the request. So one set of browser tests can be run with both.
 */
public final class LocalMind implements Function<GeminiRequest, GeminiReply> {
    private static final Pattern PAGE = Pattern.compile("has the page of (order|product) (\\S+) open");

    private final LocalModel model = new LocalModel(Optional.of("EUR"));
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** Every answer it gave, in order, however much of it reached the shopper. */
    public List<String> said() {
        return said;
    }

    @Override
    public GeminiReply apply(GeminiRequest request) {
        Answer answer = new Answer();
        model.chat(
                ChatRequest.builder()
                        .messages(messages(request))
                        .toolSpecifications(request.declaredTools().stream()
                                .map(name ->
                                        ToolSpecification.builder().name(name).build())
                                .toList())
                        .build(),
                answer);
        AiMessage message = answer.whole.aiMessage();
        if (message.hasToolExecutionRequests()) {
            return GeminiReply.calls(message.toolExecutionRequests().stream()
                    .map(LocalMind::call)
                    .toArray(FunctionCall[]::new));
        }
        said.add(message.text());
        return GeminiReply.text(message.text());
    }

    private static FunctionCall call(ToolExecutionRequest request) {
        return FunctionCall.of(request.name(), Json.read(request.arguments(), Map.class));
    }

    private static List<ChatMessage> messages(GeminiRequest request) {
        List<ChatMessage> messages = new ArrayList<>();
        for (Content content : request.contents()) {
            if (content.fromModel()) {
                messages.add(AiMessage.builder()
                        .text(content.text().isEmpty() ? null : content.text())
                        .toolExecutionRequests(content.functionCalls().stream()
                                .map(LocalMind::request)
                                .toList())
                        .build());
            } else if (content.functionResponses().isEmpty()) {
                messages.add(UserMessage.from(content.text()));
            } else {
                content.functionResponses()
                        .forEach(result -> messages.add(ToolExecutionResultMessage.from(
                                result.id(), result.name(), result.result().toString())));
            }
        }
        return withPage(messages, request.systemInstruction());
    }

    private static ToolExecutionRequest request(FunctionCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.name())
                .arguments(call.args().toString())
                .build();
    }

    /** The prompt tells of what is open now; of earlier messages it is not known. */
    private static List<ChatMessage> withPage(List<ChatMessage> messages, String prompt) {
        Matcher page = PAGE.matcher(prompt);
        if (!page.find()) {
            return messages;
        }
        OpenPage open =
                page.group(1).equals("order") ? OpenPage.of(null, page.group(2)) : OpenPage.of(page.group(2), null);
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i) instanceof UserMessage asked) {
                messages.set(i, PageMark.put(asked, open));
                break;
            }
        }
        return messages;
    }

    private static final class Answer implements StreamingChatResponseHandler {
        private ChatResponse whole;

        @Override
        public void onPartialResponse(String piece) {
            // The emulator cuts the text into pieces of its own.
        }

        @Override
        public void onCompleteResponse(ChatResponse complete) {
            whole = complete;
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException("the local assistant can't answer what stands in the request", failure);
        }
    }
}
