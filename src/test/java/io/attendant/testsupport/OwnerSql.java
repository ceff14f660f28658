package io.attendant.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads tables as the owner of the test's database, whom row-level security does not bind. */
public final class OwnerSql {
    private static final String OWNER = "postgres";

    private final String url;

    public OwnerSql(String url) {
        this.url = url;
    }

    /** Each row with its columns joined by {@code |}. */
    public List<String> rows(String query) {
        try (Connection connection = DriverManager.getConnection(url, OWNER, OWNER);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
