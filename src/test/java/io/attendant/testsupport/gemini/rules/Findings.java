package io.attendant.testsupport.gemini.rules;

import io.attendant.testsupport.gemini.protocol.RejectedRequestException;

/** Collects violations, as the API lists all of a kind in one message. */
final class Findings {

    private final StringBuilder lines = new StringBuilder();

    void add(String field, String description) {
        lines.append("* GenerateContentRequest.")
                .append(field)
                .append(": ")
                .append(description)
                .append('\n');
    }

    /**
     * Ends the check.
     *
     * @throws RejectedRequestException when something was found
     */
    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw RejectedRequestException.invalidArgument(lines.toString());
        }
    }
}
