package io.attendant.assistant.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The model gave no whole answer. Says what kind of failure it was and nothing that a shopper or a provider wrote. */
public final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** Not reached, or the connection broke before an answer began. */
        UNREACHABLE,
        /** Nothing came for too long, or the whole took too long. */
        SILENT,
        /** HTTP 429. */
        OVER_QUOTA,
        /** HTTP 5xx, or such an error inside a stream. */
        OVERLOADED,
        /** The provider doesn't accept this request. */
        REFUSED,
        /** The key, the place or the model's name is not accepted: no request would be. */
        DENIED,
        /** The prompt or the answer was blocked by the provider's filters. */
        BLOCKED,
        /** The model broke off by itself, for example over a malformed function call. */
        BROKEN_OFF,
        /** The stream ended in the middle. */
        CUT,
        /** What came is no valid answer. */
        GARBLED,
        /** What came is longer than any answer. */
        TOO_LONG,
        /** A valid answer without text and without a tool call. */
        EMPTY,
        /** Not asked: the provider kept failing and is left alone for a while. */
        CIRCUIT_OPEN,
        /** Not asked: what may be spent is spent. */
        OVER_BUDGET;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What an HTTP status other than 200 means, where the provider says nothing more. */
        static Kind ofStatus(int status) {
            return switch (status) {
                case 429 -> OVER_QUOTA;
                // Waiting for us, or for a network between, took the provider too long.
                case 408, 499 -> OVERLOADED;
                case 401, 402, 403, 404, 405, 410 -> DENIED;
                default -> {
                    if (status >= 500) {
                        yield OVERLOADED;
                    }
                    if (status >= 400) {
                        yield REFUSED;
                    }
                    // Redirected elsewhere: the address is wrong. A success without an answer is none.
                    yield status >= 300 ? DENIED : GARBLED;
                }
            };
        }
    }

    private final Kind kind;
    private final transient Duration retryAfter;

    public ModelFailure(Kind kind) {
        this(kind, null, null);
    }

    public ModelFailure(Kind kind, Throwable cause) {
        this(kind, null, cause);
    }

    /** @param retryAfter when the provider wants to be asked again; null if it doesn't say */
    public ModelFailure(Kind kind, Duration retryAfter, Throwable cause) {
        super(kind.label(), cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** When the provider wants to be asked again, if it says. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
