package io.attendant.assistant;

/** The turn was told to end. */
public class TurnStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TurnStoppedException() {
        super("the turn was stopped");
    }
}
