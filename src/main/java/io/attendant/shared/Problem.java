package io.attendant.shared;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error, as {@code application/problem+json} (RFC 9457) with a stable {@code code}. */
@RegisterForReflection
@Schema(
        name = "Problem",
        requiredProperties = {"type", "title", "status", "code"})
public record Problem(
        String type,
        String title,
        int status,
        String code,
        @JsonAnyGetter @JsonIgnore @Schema(hidden = true) Map<String, Object> members) {

    /** The member that tells how many seconds to wait; sent as a header too. */
    public static final String RETRY_AFTER = "retryAfter";

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode code, Map<String, Object> members) {
        return new Problem("about:blank", code.message(), code.status(), code.code(), members);
    }

    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        if (members.containsKey(RETRY_AFTER)) {
            response.header(HttpHeaders.RETRY_AFTER, members.get(RETRY_AFTER));
        }
        return response.build();
    }
}
