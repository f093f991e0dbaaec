package io.sluice.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.jdbc.ServerAddress;
import io.sluice.connector.jdbc.TlsMode;
import io.sluice.spi.config.Secret;
import io.sluice.spi.error.Category;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that are taken from the socket, and what a real server says between them. */
class CopyArrivalTest {
    private static final TestDatabase DATABASE = PostgreSqlServer.shared().database();

    @BeforeAll
    static void createFunctions() {
        DATABASE.run("""
                create function told(id int) returns text language plpgsql as $$ begin
                  if id % 1000 = 0 then raise notice 'row % with an ä', id; end if;
                  return 'row ' || id;
                end $$""");
    }

    private static Connection connect(Map<String, String> properties) throws SQLException {
        ServerAddress.Login login = new ServerAddress.Login(DATABASE.user(), Secret.of(DATABASE.password()));
        ServerAddress address = new ServerAddress(
                DATABASE.host(), DATABASE.port(), DATABASE.name(), login, TlsMode.DISABLE, properties);
        return new PostgresqlSessions(address, List.of(), 60).reading();
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        CopyStream rows = CopyStream.begin(connection, "COPY (" + query + ") TO STDOUT (FORMAT binary)");
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            int length = BigEndian.getInt(rows.row(), rows.start() + Short.BYTES);
            int from = rows.start() + Short.BYTES + Integer.BYTES;
            assertThat(from + length).isEqualTo(rows.end());
            texts.add(new String(rows.row(), from, length, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void noticesBetweenRowsAreTheDrivers() throws SQLException {
        try (Connection connection = connect(Map.of())) {
            assertThat(connection).isInstanceOf(CopyConnection.class);

            List<String> texts = texts(connection, "select told(i) from generate_series(1, 50000) i");

            assertThat(texts).hasSize(50_000).startsWith("row 1").endsWith("row 50000");
            assertThat(connection.getWarnings().getMessage()).contains("row 1000 with an ä");
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void aFailureBetweenRowsIsTheServers() throws SQLException {
        try (Connection connection = connect(Map.of())) {
            assertThatThrownBy(
                            () -> texts(connection, "select (1 / (40000 - i))::text from generate_series(1, 50000) i"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("22012"));

            connection.rollback();
            assertThat(texts(connection, "select 'on'")).containsExactly("on");
        }
    }

    @Test
    void largeAndSmallRowsAlternate() throws SQLException {
        try (Connection connection = connect(Map.of())) {
            List<String> texts =
                    texts(connection, "select repeat('ü', (i % 2) * 1500000 + i) from generate_series(1, 12) i");

            assertThat(texts)
                    .extracting(String::length)
                    .containsExactly(
                            1_500_001, 2, 1_500_003, 4, 1_500_005, 6, 1_500_007, 8, 1_500_009, 10, 1_500_011, 12);
        }
    }

    @Test
    void noRowsAtAllAreNone() throws SQLException {
        try (Connection connection = connect(Map.of())) {
            assertThat(texts(connection, "select 'x' where false")).isEmpty();
            assertThat(texts(connection, "select 'y'")).containsExactly("y");
        }
    }

    @Test
    void aConnectionThatIsLostBetweenRowsIsLost() throws SQLException {
        try (Connection connection = connect(Map.of())) {
            assertThatThrownBy(
                            () -> texts(
                                    connection,
                                    "select case when i < 40000 then 'x' else"
                                            + " pg_terminate_backend(pg_backend_pid())::text end from generate_series(1, 50000) i"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(new PostgresqlConnector()
                                            .classify(failure)
                                            .category())
                                    .isEqualTo(Category.TRANSIENT));
        }
    }

    /** A server may encrypt by GSS instead; then what arrives are no messages before the driver has decrypted it. */
    @Test
    void encryptionByGssIsLeftToTheDriver() throws SQLException {
        try (Connection connection = connect(Map.of("gssEncMode", "prefer"))) {
            assertThat(connection).isNotInstanceOf(CopyConnection.class);
            assertThat(texts(connection, "select 'x'")).containsExactly("x");
        }
    }
}
