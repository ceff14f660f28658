package io.attendant.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while PostgreSQL would show this service's connections every customer's rows, as it does for a superuser, a role
 * that bypasses row-level security, or a table whose policies were switched off.
 */
@Readiness
@ApplicationScoped
public class RowSecurityHealth implements HealthCheck {
    /** Everything but the catalogue, the help articles and what this role can't read at all. */
    private static final String OPEN_TABLES = """
            SELECT 'customers (not found)' WHERE to_regclass('customers') IS NULL
            UNION ALL
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
              AND c.relname NOT IN ('products', 'variants', 'articles')
              AND has_table_privilege(c.oid, 'SELECT') AND NOT row_security_active(c.oid)
            ORDER BY 1""";

    @Inject
    DataSource dataSource;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("row-level security");
        try {
            List<String> open = openTables();
            return open.isEmpty()
                    ? response.up().build()
                    : response.down()
                            .withData("openTables", String.join(", ", open))
                            .build();
        } catch (SQLException e) {
            return response.down().withData("sqlState", e.getSQLState()).build();
        }
    }

    private List<String> openTables() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(OPEN_TABLES)) {
            List<String> open = new ArrayList<>();
            while (tables.next()) {
                open.add(tables.getString(1));
            }
            return open;
        }
    }
}
