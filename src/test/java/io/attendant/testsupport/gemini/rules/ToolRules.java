package io.attendant.testsupport.gemini.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.attendant.testsupport.gemini.protocol.Payload;
import io.attendant.testsupport.gemini.protocol.RejectedRequestException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Function declarations are well named, named once, and have a schema that the API takes. */
final class ToolRules {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_:.\\-]{0,63}");

    private ToolRules() {}

    static void check(Payload payload) {
        Findings findings = new Findings();
        JsonNode tools = payload.json().path("tools");
        Set<String> names = new HashSet<>();
        for (int t = 0; t < tools.size(); t++) {
            JsonNode declarations = tools.get(t).path("functionDeclarations");
            for (int f = 0; f < declarations.size(); f++) {
                String path = "tools[%d].function_declarations[%d]".formatted(t, f);
                checkDeclaration(declarations.get(f), path, findings);
                String name = declarations.get(f).path("name").asText();
                if (!names.add(name)) {
                    throw RejectedRequestException.invalidArgument("Duplicate function declaration found: " + name);
                }
            }
        }
        findings.throwIfAny();
        checkCallingConfig(payload, names);
    }

    private static void checkDeclaration(JsonNode declaration, String path, Findings findings) {
        if (!NAME.matcher(declaration.path("name").asText()).matches()) {
            findings.add(
                    path + ".name",
                    "Invalid function name. Must start with a letter or an underscore. Must be"
                            + " alphanumeric (a-z, A-Z, 0-9), underscores (_), dots (.), colons"
                            + " (:), or dashes (-), with a maximum length of 64.");
        }
        if (declaration.has("parameters") && declaration.has("parametersJsonSchema")) {
            findings.add(path, "parameters and parameters_json_schema are mutually exclusive.");
        }
        if (declaration.has("parameters")) {
            SchemaRules.check(declaration.get("parameters"), path + ".parameters", findings);
        }
        if (declaration.has("response")) {
            SchemaRules.check(declaration.get("response"), path + ".response", findings);
        }
    }

    private static void checkCallingConfig(Payload payload, Set<String> names) {
        if (payload.json().path("toolConfig").has("functionCallingConfig") && names.isEmpty()) {
            throw RejectedRequestException.invalidArgument(
                    "Function calling config is set without function_declarations.");
        }
        List<String> allowed = payload.allowedFunctionNames();
        boolean modeTakesNames = Set.of("ANY", "VALIDATED").contains(payload.functionCallingMode());
        if (!allowed.isEmpty() && (!modeTakesNames || !names.containsAll(allowed))) {
            Findings findings = new Findings();
            findings.add(
                    "tool_config.function_calling_config.allowed_function_names",
                    "only declared functions, and only in mode ANY or VALIDATED.");
            findings.throwIfAny();
        }
    }
}
