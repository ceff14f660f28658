package io.attendant.identity;

import io.attendant.shared.DemoConfig;
import io.attendant.shared.ErrorCode;
import io.attendant.shared.Ids;
import io.attendant.shared.ProblemException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signs anybody in, in demo mode only, and only where tokens are signed with a secret. */
@Path("/api/demo/tokens")
@Tag(name = "demo")
public class DemoTokenResource {
    private static final Duration VALIDITY = Duration.ofHours(12);

    @Inject
    DemoConfig demo;

    @Inject
    Clock clock;

    @Inject
    IdentityConfig identity;

    /** Whom a demo token may make one. */
    public enum DemoRole {
        shopper,
        agent,
        admin
    }

    @Schema(name = "DemoTokenRequest")
    public record TokenRequest(
            @NotBlank @Size(max = 200) String subject,
            @NotNull DemoRole role) {}

    @Schema(name = "DemoToken")
    public record Token(@Schema(required = true) String token) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDemoToken")
    public Token sign(@NotNull @Valid TokenRequest request) {
        // An identity provider's key can't be had, and a second kind of token is accepted nowhere.
        String secret = identity.secret()
                .filter(present -> demo.enabled())
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        if (!Ids.possible(request.subject())) {
            throw new ProblemException(ErrorCode.INVALID_REQUEST);
        }
        Instant now = clock.instant();
        JwtClaimsBuilder claims = Jwt.subject(request.subject()).issuedAt(now).expiresAt(now.plus(VALIDITY));
        Map.Entry<String, Object> groups =
                new GroupsClaim(identity.groupsClaim()).holding(request.role().name());
        claims.claim(groups.getKey(), groups.getValue());
        identity.issuer().ifPresent(claims::issuer);
        identity.audience().ifPresent(claims::audience);
        return new Token(claims.jws().algorithm(SignatureAlgorithm.HS256).sign(ShopTokens.key(secret)));
    }
}
