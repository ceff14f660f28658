package io.attendant.testsupport.gemini;

import java.util.concurrent.CompletableFuture;

/**
 * A point in an answer at which the emulator stops until the test lets it go on:
 *
 * <pre>{@code
 * Gate gate = new Gate();
 * gemini.script(GeminiReply.text("It is on its way. ").thenHold(gate).thenText("Anything else?"));
 * gate.reached().get(5, SECONDS);  // everything before it is sent and flushed
 * gate.release();
 * }</pre>
 */
public final class Gate {

    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    /** Lets every answer pass that waits or will come here. */
    public void release() {
        released.complete(null);
    }

    /** Completes when the first answer has come here. */
    public CompletableFuture<Void> reached() {
        return reached.copy();
    }

    /** For a server: completes when an answer that has come here may go on. */
    public CompletableFuture<Void> arrive() {
        reached.complete(null);
        return released;
    }
}
