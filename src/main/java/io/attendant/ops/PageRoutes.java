package io.attendant.ops;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * The addresses of the app's pages are known to the app alone: whoever opens one gets the app. Addresses of the API, of
 * operations and of files are left as they are, so that what is not there is answered by a problem and not by a page.
 */
@ApplicationScoped
public class PageRoutes {
    private static final Pattern NO_PAGE = Pattern.compile(
            "/|/(api|q|assets|demo)(/.*)?|.*\\.(js|css|map|svg|png|ico|json|txt|webmanifest|woff2?)|/@.*|/(src|node_modules)/.*");

    /** Where the address of the page that was opened is kept, since all of them are answered by the same file. */
    static final String PAGE = "attendant.page";
    /** Ahead of the REST layer, which would answer 404. */
    static final int ORDER = -1_000;

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(PageRoutes::toTheApp);
        router.route("/").order(ORDER + 1).handler(PageRoutes::askAgain);
    }

    /** The app's file names the parts of one version; kept for long, it would ask for parts that are gone. */
    private static void askAgain(RoutingContext request) {
        request.addHeadersEndHandler(end -> request.response().headers().set("Cache-Control", "no-cache"));
        request.next();
    }

    private static void toTheApp(RoutingContext request) {
        boolean page = (request.request().method() == HttpMethod.GET
                        || request.request().method() == HttpMethod.HEAD)
                && !NO_PAGE.matcher(request.normalizedPath()).matches();
        if (page) {
            request.put(PAGE, request.normalizedPath());
            request.reroute("/");
        } else {
            request.next();
        }
    }
}
