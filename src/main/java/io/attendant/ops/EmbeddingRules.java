package io.attendant.ops;

import io.attendant.shared.ProductionCheck;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which pages may have the chat in a frame: the browser is told with the frame's page, and shows it on no others. All other
 * pages of ours can be framed by ourselves alone.
 */
@ApplicationScoped
public class EmbeddingRules implements ProductionCheck {
    private static final String FRAME = "/embed";
    private static final String SCRIPT = "/widget.js";
    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern ANCESTORS = Pattern.compile("frame-ancestors [^;]*");
    /** A scheme, a host of which the first part may be any, and a port, which may be any. */
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*(:(\\d{1,5}|\\*))?");

    private static final Pattern SECURE = Pattern.compile("https://.*");
    /** After {@link PageRoutes} has sent the request to the app's file; what was to be done at the end is forgotten then. */
    private static final int ORDER = PageRoutes.ORDER + 2;

    private final List<String> origins;

    /** @throws IllegalArgumentException if an origin is none */
    @Inject
    EmbeddingRules(WidgetConfig config) {
        this.origins = config.allowedOrigins().orElse(List.of());
        List<String> wrong = origins.stream()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("attendant.widget.allowed-origins has what is no origin: " + wrong);
        }
    }

    void register(@Observes Router router) {
        router.route("/").order(ORDER).handler(this::allow);
        router.route(SCRIPT).order(ORDER).handler(EmbeddingRules::keepShortly);
    }

    private void allow(RoutingContext request) {
        if (!FRAME.equals(request.get(PageRoutes.PAGE))) {
            request.next();
            return;
        }
        HttpServerResponse response = request.response();
        String ancestors = ("frame-ancestors 'self' " + String.join(" ", origins)).strip();
        request.addHeadersEndHandler(end -> response.headers()
                .set(POLICY, ANCESTORS.matcher(response.headers().get(POLICY)).replaceFirst(ancestors)));
        request.next();
    }

    /** Its name stays when it changes. */
    private static void keepShortly(RoutingContext request) {
        HttpServerResponse response = request.response();
        request.addHeadersEndHandler(end -> response.headers()
                .set("Cache-Control", "public, max-age=600")
                .set("Cross-Origin-Resource-Policy", "cross-origin"));
        request.next();
    }

    @Override
    public List<String> problems() {
        return origins.stream()
                .filter(origin -> !SECURE.matcher(origin).matches() || origin.endsWith(":*"))
                .map(origin -> "attendant.widget.allowed-origins allows " + origin
                        + ", which anybody on the way could pretend to be; name https origins")
                .toList();
    }
}
