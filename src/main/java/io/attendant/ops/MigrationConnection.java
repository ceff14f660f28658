package io.attendant.ops;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalDataSourceConfiguration.DataSourceImplementation;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrations run on a connection of their own, as the login that was given: pooled connections start in a role that may not
 * change the schema, and that the first migration has yet to create.
 */
@Singleton
public class MigrationConnection implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        // With quarkus.flyway.username Flyway has a login and connections of its own already.
        if (configuration.getDataSource() instanceof AgroalDataSource pool) {
            configuration.dataSource(withoutRole(pool));
        }
    }

    private static AgroalDataSource withoutRole(AgroalDataSource pool) {
        var connections = new AgroalConnectionFactoryConfigurationSupplier(
                        pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration())
                .initialSql("");
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    // Nothing is left open when Flyway is done.
                    .dataSourceImplementation(DataSourceImplementation.AGROAL_POOLLESS)
                    .connectionPoolConfiguration(
                            connectionPool -> connectionPool.maxSize(4).connectionFactoryConfiguration(connections)));
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for migrations", e);
        }
    }
}
