package io.attendant.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map of texts (a variant's options, a customer's preferences) as a JSON object, its keys in the order given. */
@Converter
public class OptionsConverter implements AttributeConverter<Map<String, String>, String> {
    private static final TypeReference<LinkedHashMap<String, String>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, String> options) {
        return options == null ? null : Json.write(options);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String json) {
        return json == null ? null : Json.read(json, TYPE.getType());
    }
}
