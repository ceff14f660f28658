package io.attendant.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that is thrown into a problem document. What is not known by a code says nothing about the inside. */
public class ProblemMappers {

    /** @param field the path to what is wrong, for example {@code text} */
    @RegisterForReflection
    public record FieldError(String field, String reason) {}

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return Problem.of(e.code(), e.members()).toResponse();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                                .reduce((first, last) -> last)
                                .map(Object::toString)
                                .orElse(""),
                        violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .toList();
        return Problem.of(ErrorCode.INVALID_REQUEST, Map.of("errors", errors)).toResponse();
    }

    /** JSON of the wrong shape names the field; JSON that can't be parsed doesn't have one. */
    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response json(JsonProcessingException e) {
        boolean parsed = !(e.getCause() instanceof IOException);
        if (parsed
                && e instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().getLast().getFieldName();
            return Problem.of(
                            ErrorCode.INVALID_REQUEST,
                            field == null
                                    ? Map.of()
                                    : Map.of(
                                            "errors",
                                            List.of(new FieldError(field, "has the wrong type or is unknown"))))
                    .toResponse();
        }
        return malformed();
    }

    /** A token that is not valid, or one that could not be checked: then a cause says so by its code. */
    @ServerExceptionMapper({AuthenticationFailedException.class})
    public Response badToken(AuthenticationFailedException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem(problem);
            }
        }
        return of(ErrorCode.TOKEN_INVALID);
    }

    @ServerExceptionMapper
    public Response noToken(UnauthorizedException e) {
        return of(ErrorCode.TOKEN_REQUIRED);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return of(ErrorCode.FORBIDDEN);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 -> of(ErrorCode.NOT_FOUND);
            case 405 -> of(ErrorCode.METHOD_NOT_ALLOWED);
            case 406 -> of(ErrorCode.NOT_ACCEPTABLE);
            case 413 -> of(ErrorCode.BODY_TOO_LARGE);
            case 415 -> of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
            default -> status >= 400 && status < 500 ? malformed() : unexpected(e);
        };
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        Log.error("request failed", e);
        return of(ErrorCode.INTERNAL_ERROR);
    }

    private static Response malformed() {
        return of(ErrorCode.MALFORMED_REQUEST);
    }

    private static Response of(ErrorCode code) {
        return Problem.of(code, Map.of()).toResponse();
    }
}
