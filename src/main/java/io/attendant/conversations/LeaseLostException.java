package io.attendant.conversations;

/** The turn no longer holds its conversation: it was too slow to renew its lease, and another may be running. It must end. */
public class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLostException() {
        super("the turn's lease is lost");
    }
}
