package io.attendant.importing;

import io.attendant.shared.DemoConfig;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pictures of the demo shop's products. */
@Path("/demo/images")
@RunOnVirtualThread
public class DemoImageResource {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}\\.svg");

    @Inject
    DemoConfig config;

    @GET
    @Path("/{name}")
    @Operation(hidden = true)
    public Response image(@PathParam("name") String name) throws IOException {
        if (!config.shop() || !NAME.matcher(name).matches()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        try (InputStream svg = DemoImageResource.class.getResourceAsStream("/demo/images/" + name)) {
            if (svg == null) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            return Response.ok(svg.readAllBytes(), "image/svg+xml")
                    .header("Cache-Control", "public, max-age=604800")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                    .build();
        }
    }
}
