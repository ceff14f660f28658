package io.attendant.ops;

import io.attendant.shared.ProductionCheck;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Refuses to start in production with an unsafe configuration, and names everything that is wrong with it at once. */
@ApplicationScoped
public class ProductionReadiness {
    /** Every other profile is production. */
    private static final Set<String> NOT_PRODUCTION = Set.of("dev", "test", "demo");

    /** Before anything of the application works. */
    private static final int FIRST = 1;

    @Inject
    @All
    List<ProductionCheck> checks;

    void atStart(@Observes @Priority(FIRST) StartupEvent event) {
        if (ConfigUtils.getProfiles().stream().anyMatch(NOT_PRODUCTION::contains)) {
            return;
        }
        List<String> problems =
                checks.stream().flatMap(check -> check.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("not safe for production:\n  " + String.join("\n  ", problems));
        }
    }
}
