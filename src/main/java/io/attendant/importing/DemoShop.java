package io.attendant.importing;

import io.attendant.catalog.Product;
import io.attendant.customers.Customer;
import io.attendant.identity.RowSecurity;
import io.attendant.importing.reading.ImportTimes;
import io.attendant.importing.rows.ImportKind;
import io.attendant.knowledge.Article;
import io.attendant.orders.Order;
import io.attendant.shared.DemoConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** A shop to try Attendant out with, loaded once into an empty database. Never in production. */
@ApplicationScoped
public class DemoShop {
    private static final String FOLDER = "/demo/";
    private static final Set<String> PROFILES = Set.of("dev", "test", "demo");

    @Inject
    DemoConfig config;

    @Inject
    Importer importer;

    @Inject
    Clock clock;

    @Inject
    RowSecurity rowSecurity;

    void start(@Observes StartupEvent event, DemoShop self) {
        if (!config.shop()) {
            return;
        }
        if (ConfigUtils.getProfiles().stream().noneMatch(PROFILES::contains)) {
            throw new IllegalStateException(
                    "attendant.demo.shop is on in production; the demo shop is only for trying out");
        }
        // Through the proxy, which opens the transaction.
        self.loadIfEmpty();
    }

    /**
     * Loads the demo shop, its times relative to now, unless anything has been imported. Two replicas that start together wait
     * for each other, and the second one finds the shop loaded.
     */
    @Transactional
    void loadIfEmpty() {
        rowSecurity.staff();
        importer.lock();
        if (Customer.count() + Product.count() + Order.count() + Article.count() > 0) {
            return;
        }
        ImportTimes times = ImportTimes.relativeTo(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        for (ImportKind kind : ImportKind.values()) {
            load(kind, times);
        }
        Log.info("demo shop loaded");
    }

    private void load(ImportKind kind, ImportTimes times) {
        String file = FOLDER + kind.name() + ".json";
        try (InputStream json = DemoShop.class.getResourceAsStream(file)) {
            if (json == null) {
                throw new IllegalStateException("not on the class path: " + file);
            }
            importer.run(kind, json, times);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
