package io.attendant.assistant.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.attendant.actions.Proposals;
import io.attendant.assistant.AnswerTurn;
import io.attendant.assistant.Deadline;
import io.attendant.assistant.OpenPage;
import io.attendant.assistant.TurnBrief;
import io.attendant.conversations.ModelCall;
import io.attendant.identity.ShopperSession;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A turn that has ended, with all that it took to answer it, so that it can be answered again. One JSON object, in one line
 * of an export.
 *
 * @param version of this format
 * @param shown the earlier turns that the model was shown, oldest first
 * @param memory the fingerprint of what the turn added to the model's memory; absent if it failed
 * @param events all of the turn's events, from its start to its end
 * @param hash the fingerprint of {@code events}
 */
@RegisterForReflection(
        targets = {
            TurnRecording.class,
            TurnRecording.Opening.class,
            ShopperSession.class,
            OpenPage.class,
            Proposals.Told.class,
            ModelCall.class
        })
public record TurnRecording(
        int version,
        UUID conversationId,
        UUID turnId,
        Opening opening,
        List<UUID> shown,
        RecordedExchanges exchanges,
        Optional<String> memory,
        List<RecordedEvent> events,
        String hash) {

    public TurnRecording {
        Objects.requireNonNull(conversationId);
        Objects.requireNonNull(turnId);
        Objects.requireNonNull(opening);
        Objects.requireNonNull(shown);
        Objects.requireNonNull(exchanges);
        Objects.requireNonNull(events);
    }

    /** Raised with every change of this format or of what is done with it. */
    public static final int VERSION = 1;

    /** Half a surrogate pair, which a model may well write, is no text that can be stored; escaped it is. */
    private static final ObjectWriter ASCII =
            Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

    /**
     * How the turn began.
     *
     * @param text as it is kept
     * @param provider whether a provider's model was to answer
     */
    public record Opening(
            Instant at,
            String text,
            ShopperSession session,
            TurnBrief brief,
            boolean provider,
            int toolCalls,
            int toolRounds) {
        public Opening {
            Objects.requireNonNull(at);
            Objects.requireNonNull(text);
            Objects.requireNonNull(session);
            Objects.requireNonNull(brief);
        }

        static Opening of(AnswerTurn.Opening opening, AnswerTurn.Limits limits, boolean provider, Instant at) {
            return new Opening(
                    at,
                    opening.text(),
                    opening.session(),
                    opening.brief(),
                    provider,
                    limits.toolCalls(),
                    limits.toolRounds());
        }

        /** The same limits under a clock that stands still. */
        AnswerTurn.Limits limits() {
            Deadline never = Deadline.in(Duration.ofMinutes(1), Clock.fixed(at, ZoneOffset.UTC));
            return new AnswerTurn.Limits(never, Duration.ofMinutes(1), Duration.ZERO, toolCalls, toolRounds);
        }
    }

    /** One line of JSON, all of it ASCII. */
    public String toJson() {
        try {
            return ASCII.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recording can't be written", e);
        }
    }

    /**
     * Reads a recording, which may come from another machine.
     *
     * @throws ProblemException {@link ErrorCode#RECORDING_UNSUPPORTED} for another version of the format,
     *     {@link ErrorCode#RECORDING_INVALID} for what is none or doesn't fit its own hash
     */
    public static TurnRecording ofJson(String json) {
        TurnRecording recording;
        try {
            JsonNode read = Json.mapper().readTree(json);
            if (!read.path("version").isInt()) {
                throw new ProblemException(ErrorCode.RECORDING_INVALID);
            }
            if (read.path("version").intValue() != VERSION) {
                throw new ProblemException(ErrorCode.RECORDING_UNSUPPORTED);
            }
            recording = Json.mapper().treeToValue(read, TurnRecording.class);
        } catch (JsonProcessingException e) {
            throw new ProblemException(ErrorCode.RECORDING_INVALID);
        }
        if (!Fingerprints.ofEvents(recording.events()).equals(recording.hash())) {
            throw new ProblemException(ErrorCode.RECORDING_INVALID);
        }
        return recording;
    }
}
