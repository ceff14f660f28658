package io.attendant.testsupport.gemini.protocol;

/** The API refuses the request. */
public final class RejectedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GeminiError error;

    public RejectedRequestException(GeminiError error) {
        super(error.message());
        this.error = error;
    }

    public static RejectedRequestException invalidArgument(String message) {
        return new RejectedRequestException(GeminiError.invalidArgument(message));
    }

    public GeminiError error() {
        return error;
    }
}
