package io.attendant.assistant.guard;

/** A sentence that must not be sent. It ends the model's answer. */
public final class HeldBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason for the model's eyes: what was wrong, without the sentence */
    public HeldBack(String reason) {
        super("a sentence was held back");
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
