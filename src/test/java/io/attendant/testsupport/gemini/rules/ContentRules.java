package io.attendant.testsupport.gemini.rules;

import io.attendant.testsupport.gemini.protocol.Content;
import io.attendant.testsupport.gemini.protocol.GeminiModel;
import io.attendant.testsupport.gemini.protocol.Part;
import io.attendant.testsupport.gemini.protocol.Payload;
import io.attendant.testsupport.gemini.protocol.RejectedRequestException;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Each content has a valid role and parts, and each part has data. */
final class ContentRules {

    private static final Set<String> ROLES = Set.of("", "user", "model", "function");
    private static final Set<String> DATA = Set.of(
            "text",
            "inlineData",
            "functionCall",
            "functionResponse",
            "fileData",
            "executableCode",
            "codeExecutionResult");

    private static final String NO_DATA = "required oneof field 'data' must have one initialized field";
    private static final String NAME_EMPTY = "Name cannot be empty.";

    private ContentRules() {}

    static void check(Payload payload, GeminiModel model) {
        Findings findings = new Findings();
        List<Content> contents = payload.contents();
        if (contents.isEmpty()) {
            findings.add("contents", "contents is not specified");
        }
        for (int i = 0; i < contents.size(); i++) {
            String path = "contents[" + i + "]";
            if (contents.get(i).parts().isEmpty()) {
                findings.add(path + ".parts", "contents.parts must not be empty.");
            }
            checkParts(contents.get(i).parts(), path, model, findings);
        }
        List<Part> system = StreamSupport.stream(
                        payload.json().path("systemInstruction").path("parts").spliterator(), false)
                .map(Part::new)
                .toList();
        checkParts(system, "system_instruction", model, findings);
        findings.throwIfAny();
        if (contents.stream().anyMatch(content -> !ROLES.contains(content.role()))) {
            throw RejectedRequestException.invalidArgument("Please use a valid role: user, model.");
        }
    }

    private static void checkParts(List<Part> parts, String path, GeminiModel model, Findings findings) {
        for (int i = 0; i < parts.size(); i++) {
            String part = path + ".parts[" + i + "]";
            if (!hasData(parts.get(i), model)) {
                findings.add(part + ".data", NO_DATA);
            }
            parts.get(i)
                    .functionCall()
                    .filter(call -> call.name().isEmpty())
                    .ifPresent(call -> findings.add(part + ".function_call.name", NAME_EMPTY));
            parts.get(i)
                    .functionResponse()
                    .filter(response -> response.name().isEmpty())
                    .ifPresent(r -> findings.add(part + ".function_response.name", NAME_EMPTY));
        }
    }

    /** Empty text counts as data only beside a signature: newer models refuse it otherwise. */
    private static boolean hasData(Part part, GeminiModel model) {
        boolean emptyText = part.text().filter(String::isEmpty).isPresent();
        if (emptyText && model.issuesThoughtSignatures()) {
            return part.thoughtSignature().isPresent();
        }
        return DATA.stream().anyMatch(part.json()::has);
    }
}
