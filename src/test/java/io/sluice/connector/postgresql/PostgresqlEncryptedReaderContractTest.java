package io.sluice.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.ReaderContract;
import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.Category;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over TLS rows come from the driver, which decrypts them. */
class PostgresqlEncryptedReaderContractTest extends ReaderContract {
    private static final PostgreSqlServer SERVER = PostgreSqlServer.startEncrypting();
    private static final TestDatabase DATABASE = SERVER.database();

    @BeforeAll
    static void createTables() {
        DATABASE.run(
                "create table sample (id int primary key, name varchar(30), amount decimal(10,2))",
                Databases.sampleInsert("sample"),
                "create table empty_one (like sample)");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static ConfigValue.Obj settings(String tls) {
        return Databases.settings(DATABASE).with("tls", tls);
    }

    private static PostgresqlSessions sessions(String tls) {
        RecordingContext context = RecordingContext.unrestricted(1).with("db", settings(tls));
        PostgresqlDataSource source = context.dataSource("db", ConfigSpec.of(PostgresqlDataSource.class));
        return new PostgresqlSessions(source.address(), List.of(), 60);
    }

    @Override
    protected Connector connector() {
        return new PostgresqlConnector();
    }

    @Override
    protected RecordingContext context() {
        return super.context().with("db", settings("require"));
    }

    @Override
    protected Reader<?> sampleReader(TaskContext context) throws Exception {
        return Steps.reader(
                connector(), Databases.step("sample", "id", "name", "amount").with("splitPk", "id"), context);
    }

    @Override
    protected Reader<?> emptyReader(TaskContext context) throws Exception {
        return Steps.reader(connector(), Databases.step("empty_one", "*"), context);
    }

    @Override
    protected List<String> expectedColumns() {
        return List.of("id", "name", "amount");
    }

    @Override
    protected List<List<@Nullable String>> expectedRows() {
        return Databases.sampleRows();
    }

    @Test
    void theConnectionIsEncryptedAsTheDataSourceSays() throws SQLException {
        assertThat(encrypted("require")).isTrue();
        assertThat(encrypted("disable")).isFalse();
    }

    private static boolean encrypted(String tls) throws SQLException {
        try (Connection connection = sessions(tls).reading();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verifyCa", "verifyFull"})
    void aCertificateThatNobodyTrustsIsRefused(String tls) {
        assertThatThrownBy(() -> sessions(tls).reading())
                .isInstanceOf(SQLException.class)
                .satisfies(failure -> assertThat(new PostgresqlConnector()
                                .classify((SQLException) failure)
                                .category())
                        .isNotEqualTo(Category.DATA))
                .hasStackTraceContaining("PKIX");
    }
}
