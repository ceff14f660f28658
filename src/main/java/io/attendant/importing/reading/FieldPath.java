package io.attendant.importing.reading;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Map;

/** Where a value is in a row, as the sender wrote it: {@code items[2].price}. */
public final class FieldPath {
    /** Components whose names on the wire are no names in Java, or are called otherwise here. */
    private static final Map<String, String> WIRE_NAMES =
            Map.of("returnRequest", "return", "exchangeRequest", "exchange");

    private FieldPath() {}

    public static String child(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }

    public static String element(String parent, int index) {
        return parent + "[" + index + "]";
    }

    static String of(JsonMappingException error) {
        String path = "";
        for (JsonMappingException.Reference reference : error.getPath()) {
            path = reference.getFieldName() == null
                    ? element(path, reference.getIndex())
                    : child(path, reference.getFieldName());
        }
        return path;
    }

    static String of(Path violated) {
        String path = "";
        for (Path.Node node : violated) {
            if (node.getIndex() != null) {
                path = element(path, node.getIndex());
            } else if (node.getKey() != null) {
                path = child(path, node.getKey().toString());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                path = child(path, WIRE_NAMES.getOrDefault(node.getName(), node.getName()));
            }
        }
        return path;
    }
}
