package io.attendant.assistant.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.attendant.assistant.TurnStoppedException;
import java.util.function.Consumer;

/**
 * Collects one streamed answer. Whatever goes wrong while a part is passed on stops the stream and is thrown in
 * the end; the client library would log it and go on.
 */
final class StreamedAnswer implements StreamingChatResponseHandler {
    private final Consumer<String> text;
    private final Runnable stop;
    private ChatResponse response;
    /** Of ours, who take the text. */
    private RuntimeException refusal;

    private Throwable failure;

    /**
     * Asks the model, on this thread.
     *
     * @param text takes the text as it comes
     * @param stop closes what the model has open upstream
     * @throws ModelFailure if there is no whole answer
     */
    static ChatResponse of(StreamingChatModel model, ChatRequest request, Consumer<String> text, Runnable stop) {
        var answer = new StreamedAnswer(text, stop);
        try {
            model.chat(request, answer);
        } catch (RuntimeException e) {
            // After a failure of ours this is only the stream we closed.
            answer.onError(e);
        }
        return answer.response();
    }

    private StreamedAnswer(Consumer<String> text, Runnable stop) {
        this.text = text;
        this.stop = stop;
    }

    @Override
    public void onPartialResponse(String piece) {
        if (failure == null) {
            try {
                text.accept(piece);
            } catch (RuntimeException e) {
                refusal = e;
                onError(e);
            }
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        response = complete;
    }

    @Override
    public void onError(Throwable error) {
        if (failure == null) {
            failure = error;
            stop.run();
        }
    }

    private ChatResponse response() {
        if (refusal != null) {
            throw refusal;
        }
        switch (failure) {
            case ModelFailure known -> throw known;
            case TurnStoppedException stopped -> throw stopped;
            case null -> {
                if (response == null) {
                    throw new ModelFailure(ModelFailure.Kind.GARBLED);
                }
            }
            // What the client library stumbles over is an answer that it can't read.
            default -> throw new ModelFailure(ModelFailure.Kind.GARBLED, failure);
        }
        String said = response.aiMessage().text();
        if (!response.aiMessage().hasToolExecutionRequests() && (said == null || said.isBlank())) {
            throw new ModelFailure(ModelFailure.Kind.EMPTY);
        }
        return response;
    }
}
