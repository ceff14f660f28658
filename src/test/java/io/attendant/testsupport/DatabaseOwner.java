package io.attendant.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A connection of the schema's owner, past everything that Attendant checks. */
public final class DatabaseOwner implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Connection connection;

    private DatabaseOwner(Connection connection) {
        this.connection = connection;
    }

    public static DatabaseOwner of(String url) {
        try {
            return new DatabaseOwner(DriverManager.getConnection(url, "postgres", "postgres"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    public List<String> ask(String query, Object... values) {
        try (PreparedStatement statement = prepare(query, values);
                ResultSet result = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (result.next()) {
                column.add(result.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public int count(String query, Object... values) {
        return Integer.parseInt(ask(query, values).getFirst());
    }

    /** @return how many rows it changed */
    public int change(String statement, Object... values) {
        try (PreparedStatement prepared = prepare(statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** From now on nothing is committed before {@link #commit}. */
    public void begin() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void commit() {
        try {
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until so many others wait for a row or a table that somebody holds. */
    public void awaitBlocked(int count) {
        await("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'""", Integer.toString(count));
    }

    /** Asks until this is the only answer. */
    public void await(String query, String wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        List<String> answer = ask(query);
        while (!answer.equals(List.of(wanted))) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(query + "\nis still " + answer + " and not " + wanted);
            }
            answer = ask(query);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
