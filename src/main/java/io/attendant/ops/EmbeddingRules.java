package io.attendant.ops;

import io.attendant.shared.ProductionCheck;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
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
    private static final Pattern ANCESTORS = Pattern.compile("frame-ancestors\\b[^;]*", Pattern.CASE_INSENSITIVE);
    /** A scheme, a host of which the first part may be any, and a port, which may be any. */
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*(:(\\d{1,5}|\\*))?");

    /** Below a name of one part is everybody who has a name there. */
    private static final Pattern NOBODY_IN_PARTICULAR = Pattern.compile("https?://\\*\\.[a-z0-9-]+(:.*)?");

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
        request.addHeadersEndHandler(end ->
                response.headers().set(POLICY, withAncestors(response.headers().get(POLICY), ancestors)));
        request.next();
    }

    /**
     * Without that directive any page could have the chat in a frame, so a policy that lacks it is given one.
     *
     * @param policy as configured; may be null
     */
    static String withAncestors(String policy, String ancestors) {
        if (policy == null || policy.isBlank()) {
            return ancestors;
        }
        Matcher directive = ANCESTORS.matcher(policy);
        return directive.find()
                ? directive.replaceFirst(Matcher.quoteReplacement(ancestors))
                : policy.strip().replaceFirst(";$", "") + "; " + ancestors;
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
                .filter(EmbeddingRules::isUnsafe)
                .map(origin -> "attendant.widget.allowed-origins allows " + origin
                        + ", which others than the shop could be; name https origins of its own")
                .toList();
    }

    private static boolean isUnsafe(String origin) {
        return !SECURE.matcher(origin).matches()
                || origin.endsWith(":*")
                || NOBODY_IN_PARTICULAR.matcher(origin).matches();
    }
}
