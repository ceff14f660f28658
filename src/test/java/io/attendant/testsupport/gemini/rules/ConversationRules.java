package io.attendant.testsupport.gemini.rules;

import io.attendant.testsupport.gemini.protocol.Content;
import io.attendant.testsupport.gemini.protocol.FunctionCall;
import io.attendant.testsupport.gemini.protocol.FunctionResponse;
import io.attendant.testsupport.gemini.protocol.RejectedRequestException;
import java.util.ArrayList;
import java.util.List;

/** Function calls and function responses stand where they belong and match each other. */
final class ConversationRules {

    private static final String CALL_POSITION =
            "Please ensure that function call turn comes immediately after a user turn or after a"
                    + " function response turn.";
    private static final String RESPONSE_POSITION =
            "Please ensure that function response turn comes immediately after a function call" + " turn.";
    private static final String RESPONSE_COUNT =
            "Please ensure that the number of function response parts is equal to the number of"
                    + " function call parts of the function call turn.";
    private static final String RESPONSE_NAMES =
            "Please ensure that the names and ids of the function response parts are those of the"
                    + " function call parts of the function call turn.";

    private final boolean strictTurns;

    ConversationRules(boolean strictTurns) {
        this.strictTurns = strictTurns;
    }

    void check(List<Content> contents) {
        for (int i = 0; i < contents.size(); i++) {
            Content content = contents.get(i);
            Content previous = i == 0 ? null : contents.get(i - 1);
            if (!content.functionCalls().isEmpty()) {
                reject(!content.fromModel() || previous == null || previous.fromModel(), CALL_POSITION);
                checkResponses(content.functionCalls(), contents.subList(i + 1, contents.size()));
            }
            if (!content.functionResponses().isEmpty()) {
                reject(content.fromModel() || !answersCall(contents, i), RESPONSE_POSITION);
            }
        }
    }

    /** Whether only responses lie between this content and the calls before it. */
    private boolean answersCall(List<Content> contents, int index) {
        int i = index - 1;
        while (i >= 0 && !contents.get(i).fromModel()) {
            if (strictTurns || contents.get(i).functionResponses().isEmpty()) {
                return false;
            }
            i--;
        }
        return i >= 0 && !contents.get(i).functionCalls().isEmpty();
    }

    /** Consecutive user contents are one turn, unless turns are strict. */
    private void checkResponses(List<FunctionCall> calls, List<Content> following) {
        List<FunctionResponse> responses = new ArrayList<>();
        for (Content content : following) {
            if (content.fromModel() || content.functionResponses().isEmpty()) {
                break;
            }
            responses.addAll(content.functionResponses());
            if (strictTurns) {
                break;
            }
        }
        reject(responses.size() != calls.size(), RESPONSE_COUNT);
        List<FunctionCall> open = new ArrayList<>(calls);
        for (FunctionResponse response : responses) {
            FunctionCall answered = open.stream()
                    .filter(call -> matches(call, response))
                    .findFirst()
                    .orElse(null);
            reject(answered == null, RESPONSE_NAMES);
            open.remove(answered);
        }
    }

    /** An id counts only where both sides carry one; clients may leave it out. */
    private static boolean matches(FunctionCall call, FunctionResponse response) {
        boolean sameId =
                call.id().isEmpty() || response.id().isEmpty() || call.id().equals(response.id());
        return sameId && call.name().equals(response.name());
    }

    private static void reject(boolean violated, String message) {
        if (violated) {
            throw RejectedRequestException.invalidArgument(message);
        }
    }
}
