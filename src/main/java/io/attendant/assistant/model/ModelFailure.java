package io.attendant.assistant.model;

import java.util.Locale;

/** A call to the model brought no usable answer. Carries no text of the model or of its provider. */
public class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** Not reached, or the connection broke before an answer began. */
        UNREACHABLE,
        /** HTTP 429. */
        OVER_QUOTA,
        /** HTTP 5xx, or such an error inside a stream. */
        OVERLOADED,
        /** HTTP 4xx: the key, the model's name or the request is not accepted. */
        REFUSED,
        /** The prompt or the answer was blocked by the provider's filters. */
        BLOCKED,
        /** The model broke off by itself, for example over a malformed function call. */
        BROKEN_OFF,
        /** The stream ended, or fell silent, in the middle. */
        CUT,
        /** What came is no valid answer. */
        GARBLED,
        /** A valid answer without text and without a tool call. */
        EMPTY;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;

    public ModelFailure(Kind kind) {
        super(kind.label());
        this.kind = kind;
    }

    public ModelFailure(Kind kind, Throwable cause) {
        super(kind.label(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
