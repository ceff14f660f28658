package io.attendant.identity;

import static io.attendant.testsupport.SmallShop.ANA;
import static io.attendant.testsupport.SmallShop.ANAS_ORDER;
import static io.attendant.testsupport.SmallShop.BEN;
import static io.attendant.testsupport.SmallShop.BENS_ORDER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.attendant.testsupport.ApplicationTest;
import io.attendant.testsupport.gemini.GeminiReply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pool's own connections see, asked in plain SQL past all of the application's code. */
@QuarkusTest
class RowSecurityTest extends ApplicationTest {
    private static final Set<String> PUBLIC = Set.of("products", "variants", "articles");

    @Inject
    DataSource pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private String conversation;

    @BeforeEach
    void somethingToSee() {
        gemini.script(GeminiReply.text("Hello Ana."));
        var chat = attendant.shopper(ANA);
        chat.ask("Hello");
        conversation = chat.id();
    }

    @Test
    void withoutACustomerNothingIsVisible() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            List<String> readable = tables(connection);
            assertThat(readable)
                    .contains("customers", "orders", "payments", "conversations", "messages", "events", "tickets")
                    .doesNotContain("flyway_schema_history");
            for (String table : readable) {
                if (PUBLIC.contains(table)) {
                    assertThat(count(connection, table)).as(table).isPositive();
                } else {
                    assertThat(count(connection, table)).as(table).isZero();
                    assertThat(ask(connection, "SELECT row_security_active('" + table + "')"))
                            .as(table)
                            .containsExactly("t");
                }
            }
        }
    }

    @Test
    void aCustomerSeesTheirOwnRowsOnly() throws SQLException {
        try (Connection connection = transaction()) {
            set(connection, "customer", ANA);
            assertThat(ask(connection, "SELECT id FROM customers")).containsExactly(ANA);
            assertThat(ask(connection, "SELECT DISTINCT customer_id FROM payment_methods"))
                    .containsExactly(ANA);
            assertThat(ask(connection, "SELECT id FROM orders")).containsExactly(ANAS_ORDER);
            for (String part : List.of("order_items", "shipments", "payments")) {
                assertThat(ask(connection, "SELECT DISTINCT order_id FROM " + part))
                        .as(part)
                        .containsExactly(ANAS_ORDER);
            }
            assertThat(ask(connection, "SELECT DISTINCT id::text FROM conversations"))
                    .containsExactly(conversation);
            assertThat(ask(connection, "SELECT DISTINCT conversation_id::text FROM messages"))
                    .containsExactly(conversation);
            connection.rollback();
        }
    }

    @Test
    void levelOrderSeesThatOneOrderAndNobody() throws SQLException {
        try (Connection connection = transaction()) {
            set(connection, "order", BENS_ORDER);
            assertThat(ask(connection, "SELECT id FROM orders")).containsExactly(BENS_ORDER);
            assertThat(ask(connection, "SELECT DISTINCT order_id FROM order_items"))
                    .containsExactly(BENS_ORDER);
            assertThat(count(connection, "customers")).isZero();
            assertThat(count(connection, "payment_methods")).isZero();
            assertThat(count(connection, "conversations")).isZero();
            // Reading is all: the order can't even be locked.
            assertThat(update(connection, "UPDATE orders SET status = 'cancelled'"))
                    .isZero();
            connection.rollback();
        }
    }

    @Test
    void whatIsSetEndsWithTheTransaction() throws SQLException {
        try (Connection connection = transaction()) {
            set(connection, "customer", ANA);
            set(connection, "order", BENS_ORDER);
            set(connection, "conversation", conversation);
            assertThat(count(connection, "orders")).isEqualTo(2);
            connection.commit();
            assertThat(count(connection, "orders")).isZero();
            assertThat(count(connection, "conversations")).isZero();
            connection.rollback();
        }
    }

    @Test
    void nobodyWritesWhatIsNotTheirs() throws SQLException {
        for (String statement : List.of(
                "UPDATE orders SET note = 'mine now' WHERE id = '" + BENS_ORDER + "'",
                "UPDATE payment_methods SET balance = 1000 WHERE customer_id = '" + BEN + "'",
                "UPDATE order_items SET price = 0 WHERE order_id = '" + BENS_ORDER + "'")) {
            try (Connection connection = transaction()) {
                set(connection, "customer", ANA);
                assertThat(update(connection, statement)).as(statement).isZero();
                connection.rollback();
            }
        }
        for (String statement : List.of(
                "UPDATE orders SET customer_id = '" + BEN + "' WHERE id = '" + ANAS_ORDER + "'",
                "INSERT INTO payments VALUES ('" + BENS_ORDER + "', 7, 'refund', 10, 'card_ana')",
                "INSERT INTO orders (id) VALUES ('#NEW')",
                "DELETE FROM orders",
                "UPDATE products SET name = 'free'",
                "DELETE FROM messages",
                "SELECT * FROM flyway_schema_history",
                "ALTER TABLE orders DISABLE ROW LEVEL SECURITY",
                "TRUNCATE orders CASCADE")) {
            try (Connection connection = transaction()) {
                set(connection, "customer", ANA);
                assertThatThrownBy(() -> update(connection, statement))
                        .as(statement)
                        .isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo("42501");
                connection.rollback();
            }
        }
    }

    /** The login of this test is a superuser, so only the role keeps the rows apart, and a table that lost it is noticed. */
    @Test
    void readinessNoticesAnOpenTable() throws SQLException {
        given().get("/q/health/ready").then().statusCode(200).body(containsString("row-level security"));
        try (Connection owner = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = owner.createStatement()) {
            assertThat(ask(owner, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .containsExactly("t");
            statement.execute("ALTER TABLE payments DISABLE ROW LEVEL SECURITY");
            try {
                given().get("/q/health/ready").then().statusCode(503).body(containsString("payments"));
            } finally {
                statement.execute("ALTER TABLE payments ENABLE ROW LEVEL SECURITY");
            }
        }
        given().get("/q/health/ready").then().statusCode(200);
    }

    private Connection transaction() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void set(Connection connection, String what, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config(?, ?, true)")) {
            statement.setString(1, "attendant." + what);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return ask(connection, """
                SELECT c.relname FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                  AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1""");
    }

    private static int count(Connection connection, String table) throws SQLException {
        return Integer.parseInt(ask(connection, "SELECT count(*) FROM " + table).getFirst());
    }

    private static List<String> ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
