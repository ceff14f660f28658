package io.attendant.importing.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attendant.importing.reading.Rejections.Rejection;
import io.attendant.shared.Ids;
import io.attendant.shared.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JSON array of objects one row at a time; never more than one row is in memory. */
public final class RowReader implements AutoCloseable {
    private final JsonParser parser;
    private int index = -1;
    private boolean started;

    public RowReader(InputStream json) {
        try {
            parser = Json.mapper().getFactory().createParser(new Utf8Reader(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A row as written.
     *
     * @param row its object; any other kind of value is already among the errors
     * @param errors what is wrong with the writing itself; such a row is not to be used
     */
    public record RawRow(Row<JsonNode> row, List<FieldError> errors) {}

    public record FieldError(String field, String reason) {}

    /** The file can't be read on. */
    public static final class UnreadableFileException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Rejection rejection;

        UnreadableFileException(Rejection rejection) {
            super(rejection.reason());
            this.rejection = rejection;
        }

        public Rejection rejection() {
            return rejection;
        }
    }

    /**
     * The next row; empty at the end of the file.
     *
     * @throws IOException if the sender breaks off
     */
    public Optional<RawRow> next() throws IOException, UnreadableFileException {
        try {
            if (!started) {
                start();
            }
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                if (parser.nextToken() != null) {
                    throw unreadable("something follows the end of the array");
                }
                return Optional.empty();
            }
            if (parser.currentToken() == null) {
                throw unreadable("the file breaks off");
            }
            return Optional.of(row());
        } catch (JsonProcessingException e) {
            throw unreadable("not JSON, or the file breaks off");
        } catch (CharacterCodingException e) {
            throw unreadable("not UTF-8");
        }
    }

    private void start() throws IOException, UnreadableFileException {
        started = true;
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw unreadable("the file is empty");
        }
        if (first != JsonToken.START_ARRAY) {
            throw unreadable("not a JSON array of objects");
        }
    }

    private RawRow row() throws IOException {
        index++;
        int line = parser.currentTokenLocation().getLineNr();
        List<FieldError> errors = new ArrayList<>();
        JsonNode tree = value("", errors);
        if (!tree.isObject()) {
            errors.add(new FieldError("", "must be an object"));
        }
        return new RawRow(new Row<>(line, index, tree), errors);
    }

    private UnreadableFileException unreadable(String reason) {
        int line = Math.max(1, parser.currentLocation().getLineNr());
        return new UnreadableFileException(new Rejection(line, index < 0 ? null : index, null, reason));
    }

    /** The value at the current token. */
    private JsonNode value(String path, List<FieldError> errors) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(nodes.objectNode(), path, errors);
            case START_ARRAY -> array(nodes.arrayNode(), path, errors);
            case VALUE_STRING -> nodes.textNode(text(parser.getText(), path, errors));
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
            default -> nodes.nullNode();
        };
    }

    private ObjectNode object(ObjectNode node, String path, List<FieldError> errors) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser.currentName(), path, errors);
            String field = FieldPath.child(path, name);
            parser.nextToken();
            JsonNode value = value(field, errors);
            if (node.has(name)) {
                errors.add(new FieldError(field, "is given twice"));
            }
            node.set(name, value);
        }
        return node;
    }

    private ArrayNode array(ArrayNode node, String path, List<FieldError> errors) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(value(FieldPath.element(path, node.size()), errors));
        }
        return node;
    }

    private static String text(String text, String path, List<FieldError> errors) {
        if (!Ids.isStorable(text)) {
            errors.add(new FieldError(path, "has a NUL character or half a surrogate pair"));
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
