package io.attendant.identity;

import io.attendant.shared.ProductionCheck;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Bearer tokens must be checkable everywhere; in production they must be the shop's own, and meant for this service. */
@ApplicationScoped
public class TokenCheck implements ProductionCheck {
    /** After the check for production, which names everything that is wrong, and before anything else works. */
    private static final int EARLY = 2;

    @Inject
    IdentityConfig config;

    void atStart(@Observes @Priority(EARLY) StartupEvent event) {
        List<String> faults = TokenSettings.faults(config);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("bearer tokens can't be checked:\n  " + String.join("\n  ", faults));
        }
    }

    @Override
    public List<String> problems() {
        return Stream.concat(TokenSettings.faults(config).stream(), TokenSettings.risks(config).stream())
                .toList();
    }
}
