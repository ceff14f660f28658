package io.attendant.importing.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.attendant.importing.reading.RowReader.RawRow;
import io.attendant.shared.Json;
import io.attendant.shared.Money;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Turns rows into data, and says field by field why one is refused. */
public final class RowMapper<D> {
    private final Class<D> type;
    private final BiConsumer<D, FieldErrors> rules;
    private final Validator validator;
    private final ObjectMapper mapper;

    /** @param rules those over several fields, tested when the single fields are sound */
    public RowMapper(Class<D> type, BiConsumer<D, FieldErrors> rules, Validator validator, ImportTimes times) {
        this.type = type;
        this.rules = rules;
        this.validator = validator;
        mapper = Json.mapper()
                .copy()
                .registerModule(new SimpleModule("import").addDeserializer(Instant.class, times))
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        // A number where a text belongs is a mistake of the sender, not a text.
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
    }

    /** The row's data, or empty when something about it is now among the rejections. */
    public Optional<Row<D>> map(RawRow raw, Rejections rejections) {
        FieldErrors errors = rejections.of(raw.row());
        if (!raw.errors().isEmpty()) {
            raw.errors().forEach(error -> errors.add(error.field(), error.reason()));
            return Optional.empty();
        }
        D data;
        try {
            data = mapper.treeToValue(raw.row().data(), type);
        } catch (JsonMappingException e) {
            errors.add(FieldPath.of(e), reason(e));
            return Optional.empty();
        } catch (JsonProcessingException e) {
            errors.add("", "can't be read");
            return Optional.empty();
        }
        Set<ConstraintViolation<D>> violations = validator.validate(data);
        violations.stream()
                .map(violation -> Map.entry(FieldPath.of(violation.getPropertyPath()), reason(violation)))
                .sorted(Map.Entry.comparingByKey())
                .forEach(violation -> errors.add(violation.getKey(), violation.getValue()));
        if (!violations.isEmpty()) {
            return Optional.empty();
        }
        int before = rejections.size();
        rules.accept(data, errors);
        return rejections.size() == before ? Optional.of(raw.row().with(data)) : Optional.empty();
    }

    private static String reason(JsonMappingException error) {
        return switch (error) {
            case UnrecognizedPropertyException unknown -> "is not a field of this format";
            case ValueInstantiationException invalid
            when invalid.getType().hasRawClass(Money.class) ->
                "must have at most two decimals and ten digits before the point";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> expected(mismatch.getTargetType());
            default -> "is out of range or of the wrong type";
        };
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Object::toString)
                                    .toList());
        }
        if (type == String.class) {
            return "must be a text";
        }
        if (type == Boolean.class) {
            return "must be true or false";
        }
        if (type == Integer.class) {
            return "must be a whole number";
        }
        if (type == Instant.class) {
            return "must be a time like 2026-01-31T12:00:00Z";
        }
        if (Number.class.isAssignableFrom(type) || type == Money.class) {
            return "must be a number";
        }
        return Collection.class.isAssignableFrom(type) ? "must be a list" : "must be an object";
    }

    /** Not the validator's own message: that one is in the language of the server. */
    private static String reason(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return switch (constraint) {
            case NotNull missing -> "is missing";
            case NotBlank blank -> "is missing or blank";
            case Size size ->
                "must have at most " + size.max()
                        + (violation.getInvalidValue() instanceof String ? " characters" : " entries");
            case PositiveOrZero negative -> "must not be negative";
            default -> "has the wrong form";
        };
    }
}
