package io.attendant.assistant.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.output.FinishReason;
import io.attendant.assistant.model.ModelFailure;
import io.attendant.conversations.ModelCall;
import io.attendant.shared.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a turn took in from outside while it was answered.
 *
 * @param own absent where the message was the model's to answer
 * @param models what the provider was asked, in order
 * @param tools those that ran, in order
 * @param stop absent if nobody ended the turn
 */
@RegisterForReflection
public record RecordedExchanges(Optional<OwnReply> own, List<Model> models, List<Tool> tools, Optional<Stop> stop) {

    public RecordedExchanges {
        Objects.requireNonNull(models);
        Objects.requireNonNull(tools);
    }

    /**
     * The server's own answer.
     *
     * @param reply absent if it failed
     * @param events which of the turn's events were sent meanwhile
     */
    @RegisterForReflection
    public record OwnReply(Optional<String> reply, List<Integer> events) {
        public OwnReply {
            Objects.requireNonNull(events);
        }
    }

    /**
     * One question to the provider, with all its attempts.
     *
     * @param pieces the text, piece by piece as it came
     * @param answer the whole answer in the framework's JSON: text, calls of tools, thought signatures
     * @param failure what kind it was, if it failed
     * @param calls the attempts as they were counted
     */
    @RegisterForReflection
    public record Model(
            List<String> pieces,
            Ending ending,
            Optional<JsonNode> answer,
            Optional<FinishReason> finishReason,
            Optional<ModelFailure.Kind> failure,
            List<ModelCall> calls) {
        public Model {
            Objects.requireNonNull(pieces);
            Objects.requireNonNull(ending);
            answer = answer.filter(json -> !json.isNull());
            Objects.requireNonNull(calls);
        }
    }

    /** How a question to the provider ended. */
    public enum Ending {
        answered,
        failed,
        /** The turn was stopped. */
        stopped,
        /** A sentence was held back, which ended the answer after its last piece. */
        held_back,
        /** Something went wrong that has no name. */
        broken
    }

    /**
     * One call of a tool.
     *
     * @param result the reply to the model; absent if there is none
     * @param refusal why there is none
     * @param events which of the turn's events it sent
     */
    @RegisterForReflection
    public record Tool(String name, Optional<JsonNode> result, Optional<ErrorCode> refusal, List<Integer> events) {
        public Tool {
            Objects.requireNonNull(name);
            result = result.filter(json -> !json.isNull());
            Objects.requireNonNull(events);
        }
    }

    /**
     * Somebody ended the turn.
     *
     * @param check the number of the turn's own look, from 1, that saw it; absent if a question to the provider did
     */
    @RegisterForReflection
    public record Stop(ErrorCode why, Optional<Integer> check) {
        public Stop {
            Objects.requireNonNull(why);
        }
    }
}
