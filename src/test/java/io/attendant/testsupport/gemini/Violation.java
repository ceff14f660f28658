package io.attendant.testsupport.gemini;

/**
 * A request that the real API would have refused, or one that the script could not answer.
 *
 * @param reason the message sent back
 */
public record Violation(GeminiRequest request, int status, String reason) {

    @Override
    public String toString() {
        return "%s -> %d %s".formatted(request, status, reason.strip());
    }
}
