package io.attendant.testsupport.gemini.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.attendant.testsupport.gemini.protocol.GeminiError.FieldViolation;
import io.attendant.testsupport.gemini.protocol.MessageTypes.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a request's JSON the way the API does: camel and snake case, one value where a list is
 * expected, null as absent; every unknown name and wrong type is an error.
 */
public final class PayloadReader {

    private static final String PACKAGE = "type.googleapis.com/google.ai.generativelanguage.v1beta.";
    private static final String STRUCT = "type.googleapis.com/google.protobuf.Struct";
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final Set<String> PART_DATA = Set.of(
            "text",
            "inlineData",
            "functionCall",
            "functionResponse",
            "fileData",
            "executableCode",
            "codeExecutionResult");

    private final List<FieldViolation> violations = new ArrayList<>();

    private PayloadReader() {}

    /**
     * The body in camel case, with a list wherever the field is repeated.
     *
     * @param message the name of the request message
     * @throws RejectedRequestException with everything that is wrong
     */
    public static JsonNode read(String message, byte[] body) {
        JsonNode json;
        try {
            json = Json.parse(body);
        } catch (IOException e) {
            throw RejectedRequestException.invalidArgument(
                    "Invalid JSON payload received. The payload is not valid JSON.");
        }
        if (json.isMissingNode()) {
            return Json.object();
        }
        if (!json.isObject()) {
            throw RejectedRequestException.invalidArgument(
                    "Invalid JSON payload received. Root element must be a message.");
        }
        PayloadReader reader = new PayloadReader();
        ObjectNode result = reader.message(message, json, "");
        if (!reader.violations.isEmpty()) {
            throw new RejectedRequestException(GeminiError.badFields(reader.violations));
        }
        return result;
    }

    private ObjectNode message(String type, JsonNode json, String path) {
        Map<String, Field> fields = MessageTypes.fields(type);
        ObjectNode result = Json.object();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Field field = fields.get(camel(entry.getKey()));
            if (field == null) {
                unknown(entry.getKey(), path);
            } else if (!entry.getValue().isNull()) {
                if (type.equals("Part") && PART_DATA.contains(field.name())) {
                    refuseSecondData(result, field, path);
                }
                String name = snake(field.name());
                String fieldPath = path.isEmpty() ? name : path + "." + name;
                result.set(field.name(), field(field, entry.getValue(), fieldPath));
            }
        }
        return result;
    }

    private JsonNode field(Field field, JsonNode json, String path) {
        return switch (field.shape()) {
            case SINGLE -> value(field.type(), json, path);
            case REPEATED -> {
                ArrayNode list = Json.object().arrayNode();
                if (json.isArray()) {
                    for (int i = 0; i < json.size(); i++) {
                        list.add(value(field.type(), json.get(i), path + "[" + i + "]"));
                    }
                } else {
                    list.add(value(field.type(), json, path));
                }
                yield list;
            }
            case MAP -> {
                ObjectNode map = Json.object();
                if (!json.isObject()) {
                    wrongType(path, "Map", json);
                }
                int i = 0;
                for (Map.Entry<String, JsonNode> entry : json.properties()) {
                    String entryPath = path + "[" + i++ + "].value";
                    map.set(entry.getKey(), value(field.type(), entry.getValue(), entryPath));
                }
                yield map;
            }
        };
    }

    private JsonNode value(String type, JsonNode json, String path) {
        List<String> enumValues = MessageTypes.enumValues(type);
        if (enumValues != null) {
            return enumValue(type, enumValues, json, path);
        }
        return switch (type) {
            case "string" -> check(json.isTextual(), json, path, "TYPE_STRING");
            case "bool" -> check(json.isBoolean(), json, path, "TYPE_BOOL");
            case "int" -> intValue(json, path);
            case "number" -> check(json.isNumber(), json, path, "TYPE_FLOAT");
            case "bytes" -> bytes(json, path);
            case "struct" -> check(json.isObject(), json, path, STRUCT);
            case "value" -> json;
            default -> {
                if (!json.isObject()) {
                    yield check(false, json, path, PACKAGE + type);
                }
                yield message(type, json, path);
            }
        };
    }

    private JsonNode enumValue(String type, List<String> values, JsonNode json, String path) {
        String value = json.asText().toUpperCase(Locale.ROOT);
        if (json.isTextual() && values.contains(value)) {
            return TextNode.valueOf(value);
        }
        return check(false, json, path, PACKAGE + type);
    }

    private JsonNode intValue(JsonNode json, String path) {
        if (json.isTextual() && INTEGER.matcher(json.textValue()).matches()) {
            return LongNode.valueOf(Long.parseLong(json.textValue()));
        }
        boolean whole = json.isNumber()
                && json.canConvertToLong()
                && json.decimalValue().stripTrailingZeros().scale() <= 0;
        return check(whole, json, path, "TYPE_INT32");
    }

    private JsonNode bytes(JsonNode json, String path) {
        if (json.isTextual() && decodeBase64(json.textValue()).isEmpty()) {
            violations.add(new FieldViolation(
                    path,
                    "Invalid value at '%s' (TYPE_BYTES), Base64 decoding failed for \"%s\""
                            .formatted(path, json.textValue())));
            return json;
        }
        return check(json.isTextual(), json, path, "TYPE_BYTES");
    }

    /** Decodes either alphabet, padded or not, as proto3 JSON does. */
    public static Optional<byte[]> decodeBase64(String text) {
        String standard = text.replace('-', '+').replace('_', '/');
        try {
            return Optional.of(Base64.getDecoder().decode(standard));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JsonNode check(boolean valid, JsonNode json, String path, String type) {
        if (!valid) {
            wrongType(path, type, json);
        }
        return json;
    }

    private void wrongType(String path, String type, JsonNode json) {
        violations.add(new FieldViolation(path, "Invalid value at '%s' (%s), %s".formatted(path, type, json)));
    }

    private void unknown(String name, String path) {
        String place = path.isEmpty() ? "" : " at '" + path + "'";
        violations.add(new FieldViolation(
                path,
                "Invalid JSON payload received. Unknown name \"%s\"%s: Cannot find field.".formatted(name, place)));
    }

    private void refuseSecondData(ObjectNode part, Field second, String path) {
        for (String name : PART_DATA) {
            if (part.has(name)) {
                violations.add(new FieldViolation(
                        path,
                        ("Invalid value at '%s' (oneof), oneof field 'data' is already set." + " Cannot set '%s'")
                                .formatted(path, second.name())));
            }
        }
    }

    private static String camel(String name) {
        int underscore = name.indexOf('_');
        if (underscore < 0) {
            return name;
        }
        StringBuilder camel = new StringBuilder();
        boolean upper = false;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                camel.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return camel.toString();
    }

    private static String snake(String name) {
        StringBuilder snake = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
