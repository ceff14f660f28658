package io.attendant.identity;

import io.attendant.shared.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Bearer tokens must be the shop's own, and meant for this service. */
@ApplicationScoped
public class TokenCheck implements ProductionCheck {
    @Inject
    IdentityConfig config;

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (config.secret().isEmpty()) {
            problems.add("secret: attendant.identity.secret is missing, so nobody could sign in");
        }
        if (config.secret().filter(secret -> !ShopTokens.isLongEnough(secret)).isPresent()) {
            problems.add("secret: attendant.identity.secret has fewer than 32 bytes");
        }
        if (config.secret().filter(IdentityConfig.DEMO_SECRET::equals).isPresent()) {
            problems.add("demo-secret: attendant.identity.secret is the one that everybody knows");
        }
        if (config.issuer().isEmpty()) {
            problems.add("issuer: attendant.identity.issuer is missing, so a token of any other system would do");
        }
        if (config.audience().isEmpty()) {
            problems.add("audience: attendant.identity.audience is missing, so a token for any other service would do");
        }
        return problems;
    }
}
