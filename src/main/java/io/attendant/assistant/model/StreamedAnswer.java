package io.attendant.assistant.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.attendant.assistant.SentenceSplitter;

/**
 * Collects one streamed answer. Whatever goes wrong while a part is passed on stops the stream and is thrown in
 * the end; the client library would log it and go on.
 */
final class StreamedAnswer implements StreamingChatResponseHandler {
    private final SentenceSplitter sentences;
    private final Runnable stop;
    private ChatResponse response;
    private Throwable failure;

    /**
     * Asks the model, on this thread.
     *
     * @param stop closes what the model has open upstream
     * @throws ModelFailure if there is no whole answer
     */
    static ChatResponse of(StreamingChatModel model, ChatRequest request, SentenceSplitter sentences, Runnable stop) {
        var answer = new StreamedAnswer(sentences, stop);
        try {
            model.chat(request, answer);
        } catch (RuntimeException e) {
            // After a failure of ours this is only the stream we closed.
            answer.onError(e);
        }
        return answer.response();
    }

    private StreamedAnswer(SentenceSplitter sentences, Runnable stop) {
        this.sentences = sentences;
        this.stop = stop;
    }

    @Override
    public void onPartialResponse(String text) {
        if (failure == null) {
            try {
                sentences.append(text);
            } catch (RuntimeException e) {
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

    /** The whole answer, its last sentence passed on. */
    private ChatResponse response() {
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null || response == null) {
            throw new ModelFailure(ModelFailure.Kind.GARBLED, failure);
        }
        String text = response.aiMessage().text();
        if (!response.aiMessage().hasToolExecutionRequests() && (text == null || text.isBlank())) {
            throw new ModelFailure(ModelFailure.Kind.EMPTY);
        }
        sentences.finish();
        return response;
    }
}
