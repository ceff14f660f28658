package io.attendant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attendant.testsupport.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Whatever login an operator hands over, migrations either leave shoppers' rows apart or refuse and say what to do. Roles
 * belong to the whole server, so this test has one of its own.
 */
class DatabaseLoginTest {
    /** Names that must be quoted, so that a forgotten quote is noticed. */
    private static final String LOGIN = "Shop-App";

    private static final String OTHER_LOGIN = "Other-App";
    private static final String SUPERUSER = "postgres";
    /** The driver quotes nothing. */
    private static final String IN_OWN_SCHEMA = "shop?currentSchema=%22Own-Schema%22";

    private static final List<String> PRIVATE_TABLES = List.of(
            "conversations",
            "customers",
            "events",
            "memory_messages",
            "messages",
            "order_items",
            "orders",
            "payment_methods",
            "payments",
            "shipments",
            "tickets",
            "turns");

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        server = TestDatabase.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @AfterEach
    void dropDatabasesAndRoles() throws SQLException {
        try (Connection superuser = connect("postgres", SUPERUSER)) {
            for (String database : ask(superuser, """
                    SELECT quote_ident(datname) FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'""")) {
                run(superuser, "DROP DATABASE " + database);
            }
            // A role that granted another can't go before it.
            for (String role : ask(superuser, """
                    SELECT quote_ident(rolname) FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'postgres'
                    ORDER BY rolname LIKE 'attendant%' DESC""")) {
                run(superuser, "DROP ROLE " + role);
            }
        }
    }

    @Test
    void superuser() throws SQLException {
        asSuperuser("postgres", "CREATE DATABASE shop");
        migrate("shop", SUPERUSER);
        assertRowsApart("shop", SUPERUSER);
    }

    @Test
    void ownerThatMayCreateRoles() throws SQLException {
        createOwner(LOGIN, "CREATEROLE", "shop");
        migrate("shop", LOGIN);
        assertRowsApart("shop", LOGIN);
    }

    @Test
    void ownerThatWasGivenTheRoles() throws SQLException {
        createOwner(LOGIN, "", "shop");
        createRolesFor(LOGIN);
        migrate("shop", LOGIN);
        assertRowsApart("shop", LOGIN);
    }

    @Test
    void ownerWithoutTheRolesIsToldHowToMakeThem() throws SQLException {
        createOwner(LOGIN, "", "shop");
        ServerErrorMessage refusal = refusal("shop", LOGIN);
        assertThat(refusal.getMessage())
                .isEqualTo("the role attendant_shopper is missing and this login may not create it");
        assertThat(refusal.getHint()).startsWith("As a superuser: ").contains("\"Shop-App\"");
        follow(refusal.getHint(), "shop");
        migrate("shop", LOGIN);
        assertRowsApart("shop", LOGIN);
    }

    @Test
    void onlyWhatIsMissingIsAskedFor() throws SQLException {
        createOwner(LOGIN, "", "shop");
        asSuperuser("postgres", "CREATE ROLE attendant_shopper NOLOGIN");
        ServerErrorMessage refusal = refusal("shop", LOGIN);
        assertThat(refusal.getMessage()).isEqualTo("this login may not take the role attendant_shopper");
        assertThat(refusal.getHint())
                .contains("CREATE ROLE attendant_staff")
                .doesNotContain("CREATE ROLE attendant_shopper");
        follow(refusal.getHint(), "shop");
        migrate("shop", LOGIN);
        assertRowsApart("shop", LOGIN);
    }

    @ParameterizedTest
    @CsvSource({
        "attendant_shopper, BYPASSRLS",
        "attendant_shopper, SUPERUSER",
        "attendant_staff, BYPASSRLS",
        "attendant_staff, SUPERUSER"
    })
    void roleThatNoPolicyBindsIsRefused(String role, String attribute) throws SQLException {
        createOwner(LOGIN, "", "shop");
        createRolesFor(LOGIN);
        asSuperuser("postgres", "ALTER ROLE " + role + " " + attribute);
        for (String login : List.of(LOGIN, SUPERUSER)) {
            assertThat(refusal("shop", login).getMessage())
                    .as(login)
                    .isEqualTo("the role " + role + " bypasses row-level security");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT attendant_staff TO attendant_shopper",
                "CREATE ROLE detour; GRANT attendant_staff TO detour; GRANT detour TO attendant_shopper"
            })
    void shopperThatIsStaffIsRefused(String grants) throws SQLException {
        createOwner(LOGIN, "", "shop");
        createRolesFor(LOGIN);
        asSuperuser("postgres", grants);
        for (String login : List.of(LOGIN, SUPERUSER)) {
            assertThat(refusal("shop", login).getMessage())
                    .as(login)
                    .isEqualTo("attendant_shopper must not be a member of any role");
        }
    }

    /** Since PostgreSQL 16 CREATEROLE alone doesn't let a login give itself roles that another login has made. */
    @ParameterizedTest
    @ValueSource(strings = {"", "CREATEROLE"})
    void secondDatabaseOfTheServer(String attribute) throws SQLException {
        createOwner(LOGIN, "CREATEROLE", "shop");
        migrate("shop", LOGIN);
        createOwner(OTHER_LOGIN, attribute, "outlet");
        ServerErrorMessage refusal = refusal("outlet", OTHER_LOGIN);
        assertThat(refusal.getMessage()).isEqualTo("this login may not take the role attendant_shopper");
        assertThat(refusal.getHint()).doesNotContain("CREATE ROLE");
        follow(refusal.getHint(), "outlet");
        migrate("outlet", OTHER_LOGIN);
        assertRowsApart("outlet", OTHER_LOGIN);
        assertRowsApart("shop", LOGIN);
    }

    @Test
    void secondDatabaseOfASuperuser() throws SQLException {
        createOwner(LOGIN, "CREATEROLE", "shop");
        migrate("shop", LOGIN);
        asSuperuser("postgres", "CREATE DATABASE outlet");
        migrate("outlet", SUPERUSER);
        assertRowsApart("outlet", SUPERUSER);
    }

    @Test
    void schemaOtherThanPublic() throws SQLException {
        createOwner(LOGIN, "CREATEROLE", "shop");
        flyway(IN_OWN_SCHEMA, LOGIN).defaultSchema("Own-Schema").load().migrate();
        assertRowsApart(IN_OWN_SCHEMA, LOGIN);
    }

    @Test
    void schemaOfSomebodyElseHasToBeOpened() throws SQLException {
        createOwner(LOGIN, "CREATEROLE", "shop");
        asSuperuser("shop", "CREATE SCHEMA \"Own-Schema\"; GRANT ALL ON SCHEMA \"Own-Schema\" TO \"Shop-App\"");
        ServerErrorMessage refusal = refusal(IN_OWN_SCHEMA, LOGIN);
        assertThat(refusal.getMessage()).isEqualTo("this login may not open the schema Own-Schema to others");
        follow(refusal.getHint(), "shop");
        migrate(IN_OWN_SCHEMA, LOGIN);
        assertRowsApart(IN_OWN_SCHEMA, LOGIN);
    }

    @Test
    void oneLoginMigratesAndAnotherServes() throws SQLException {
        createOwner(LOGIN, "", "shop");
        createRolesFor(LOGIN);
        asSuperuser(
                "postgres",
                "CREATE ROLE \"Other-App\" LOGIN; GRANT attendant_shopper, attendant_staff TO \"Other-App\"");
        migrate("shop", LOGIN);
        assertRowsApart("shop", OTHER_LOGIN);
    }

    @Test
    void loginThatServesHasToBeAMemberToo() throws SQLException {
        createOwner(LOGIN, "CREATEROLE", "shop");
        asSuperuser("postgres", "CREATE ROLE \"Other-App\" LOGIN");
        migrate("shop", LOGIN);
        try (Connection connection = connect("shop", OTHER_LOGIN)) {
            assertThatThrownBy(() -> run(connection, "SET ROLE attendant_shopper"))
                    .hasMessageContaining("permission denied");
            // All the same there is nothing that it could read without the role.
            assertThatThrownBy(() -> ask(connection, "SELECT id FROM customers"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** Uses a connection as requests do, and leaves the database as empty as it was. */
    private static void assertRowsApart(String database, String login) throws SQLException {
        try (Connection connection = connect(database, login)) {
            run(connection, "SET ROLE attendant_shopper");
            connection.setAutoCommit(false);

            run(connection, "SET LOCAL ROLE attendant_staff");
            run(connection, rowsOf("ana"));
            run(connection, rowsOf("ben"));
            connection.commit();

            assertSeesOfEach(connection, 0);
            connection.rollback();

            nameCustomer(connection, "ana");
            assertSeesOfEach(connection, 1);
            assertThat(ask(connection, "SELECT id FROM customers")).containsExactly("ana");
            assertThat(ask(connection, "SELECT id FROM orders")).containsExactly("order of ana");
            // A foreign key is checked as the tables' owner, whom the policies bind too.
            run(connection, "INSERT INTO payments VALUES ('order of ana', 2, 'refund', 5, 'card')");
            connection.rollback();

            nameCustomer(connection, "ana");
            assertThatThrownBy(() ->
                            run(connection, "INSERT INTO payments VALUES ('order of ben', 2, 'refund', 5, 'card')"))
                    .hasMessageContaining("row-level security");
            connection.rollback();

            run(connection, "SET LOCAL ROLE attendant_staff");
            assertSeesOfEach(connection, 2);
            run(connection, "DELETE FROM conversations; DELETE FROM orders; DELETE FROM customers");
            assertSeesOfEach(connection, 0);
            connection.commit();
        }
    }

    private static void assertSeesOfEach(Connection connection, int rows) throws SQLException {
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Integer> seen = new TreeMap<>();
        for (String table : PRIVATE_TABLES) {
            expected.put(table, rows);
            seen.put(
                    table,
                    Integer.valueOf(
                            ask(connection, "SELECT count(*) FROM " + table).getFirst()));
        }
        assertThat(seen).isEqualTo(expected);
    }

    private static void nameCustomer(Connection connection, String id) throws SQLException {
        ask(connection, "SELECT set_config('attendant.customer', '" + id + "', true)");
    }

    /** One row in every table that has a customer's data. */
    private static String rowsOf(String customer) {
        return """
                INSERT INTO customers (id, email, email_key, first_name, last_name,
                                       line1, line2, city, state, postal_code, country)
                VALUES ('{c}', '{c}@example.com', '{c}@example.com', '{c}', '', '', '', '', '', '', '');
                INSERT INTO payment_methods (customer_id, id, position, kind) VALUES ('{c}', 'card', 0, 'credit_card');
                INSERT INTO orders (id, customer_id, status, line1, line2, city, state, postal_code, country)
                VALUES ('order of {c}', '{c}', 'pending', '', '', '', '', '', '');
                INSERT INTO order_items VALUES ('order of {c}', 0, 'lamp', 'black lamp', 'Lamp', '{}', 10);
                INSERT INTO shipments (order_id, position, tracking_numbers, variant_ids)
                VALUES ('order of {c}', 0, '{}', '{}');
                INSERT INTO payments VALUES ('order of {c}', 1, 'payment', 10, 'card');
                INSERT INTO conversations (id, token_hash, customer_id, opened_signed_in, created_at, updated_at)
                VALUES (md5('{c}')::uuid, sha256('{c}'), '{c}', true, now(), now());
                INSERT INTO turns (id, conversation_id, fence, status, model, started_at)
                VALUES (md5('{c}')::uuid, md5('{c}')::uuid, 1, 'running', 'local', now());
                INSERT INTO messages VALUES (md5('{c}')::uuid, md5('{c}')::uuid, 1, NULL, 'shopper', 'Hello', now());
                INSERT INTO memory_messages VALUES (md5('{c}')::uuid, 0, '{}');
                INSERT INTO events VALUES (md5('{c}')::uuid, 1, NULL, 'message', '{}', now());
                INSERT INTO tickets (id, conversation_id, state, reason, summary, created_at)
                VALUES (md5('{c}')::uuid, md5('{c}')::uuid, 'open', '', '', now());
                """.replace("{c}", customer);
    }

    private static void createOwner(String login, String attributes, String database) throws SQLException {
        asSuperuser("postgres", "CREATE ROLE \"" + login + "\" LOGIN " + attributes);
        asSuperuser("postgres", "CREATE DATABASE " + database + " OWNER \"" + login + "\"");
    }

    private static void createRolesFor(String login) throws SQLException {
        asSuperuser("postgres", """
                CREATE ROLE attendant_shopper NOLOGIN;
                CREATE ROLE attendant_staff NOLOGIN;
                GRANT attendant_shopper, attendant_staff TO "%s";""".formatted(login));
    }

    private static void migrate(String database, String login) {
        flyway(database, login).load().migrate();
    }

    private static ServerErrorMessage refusal(String database, String login) {
        Throwable cause = catchThrowableOfType(FlywayException.class, () -> migrate(database, login));
        assertThat(cause).as("refused").isNotNull();
        while (!(cause instanceof PSQLException refused)) {
            cause = cause.getCause();
            assertThat(cause).as("the server's own message").isNotNull();
        }
        return refused.getServerErrorMessage();
    }

    /** Does what the hint says, to the letter. */
    private static void follow(String hint, String database) throws SQLException {
        asSuperuser(database, hint.substring(hint.indexOf(": ") + 2));
    }

    private static FluentConfiguration flyway(String database, String login) {
        return Flyway.configure().dataSource(url(database), login, "").locations("classpath:db/migration");
    }

    private static void asSuperuser(String database, String sql) throws SQLException {
        try (Connection connection = connect(database, SUPERUSER)) {
            run(connection, sql);
        }
    }

    private static Connection connect(String database, String login) throws SQLException {
        return DriverManager.getConnection(url(database), login, "");
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
}
