package io.attendant.ops;

import io.attendant.shared.ErrorCode;
import io.attendant.shared.Json;
import io.attendant.shared.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Refuses bodies that announce more than any call but an import can need, before they are read. */
@ApplicationScoped
public class BodyLimit {
    private static final long MOST_BYTES = 256 * 1024;
    private static final String IMPORT = "/api/admin/import";
    /** Before the body is read. */
    private static final int ORDER = -2_000;

    void register(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(BodyLimit::check);
    }

    private static void check(RoutingContext request) {
        String announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        // More than 18 digits is no length that a long could hold, and no HTTP server lets it through.
        boolean tooLarge = announced != null
                && !request.normalizedPath().equals(IMPORT)
                && (announced.length() > 18 || Long.parseLong(announced) > MOST_BYTES);
        if (!tooLarge) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(ErrorCode.BODY_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Json.write(Problem.of(ErrorCode.BODY_TOO_LARGE, Map.of())));
    }
}
