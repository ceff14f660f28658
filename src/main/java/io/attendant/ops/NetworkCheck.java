package io.attendant.ops;

import io.attendant.shared.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which pages may call the API, and where the data is. */
@ApplicationScoped
public class NetworkCheck implements ProductionCheck {
    @Inject
    @ConfigProperty(name = "quarkus.http.cors.origins")
    Optional<List<String>> origins;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    Optional<String> database;

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        // "*" is any page; "/.*/" and its like are any page as well.
        if (origins.orElse(List.of()).stream().anyMatch(origin -> origin.contains("*"))) {
            problems.add("cors: quarkus.http.cors.origins lets any page act for a shopper");
        }
        if (database.isEmpty()) {
            problems.add("database: quarkus.datasource.jdbc.url is missing");
        }
        return problems;
    }
}
