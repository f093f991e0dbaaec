package io.sluice.connector.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.jdbc.Databases;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encrypted connections to a server whose certificate nobody trusts. */
class MysqlEncryptionTest {
    private static final MariaDbServer SERVER = MariaDbServer.startEncrypting();
    private static final TestDatabase DATABASE = SERVER.database();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static MysqlSessions sessions(String tls) {
        return sessions(tls, DATABASE.user(), DATABASE.password());
    }

    private static MysqlSessions sessions(String tls, String user, String password) {
        ConfigValue.Obj settings = Databases.settings(DATABASE)
                .with("tls", tls)
                .with("username", user)
                .with("password", password);
        RecordingContext context = RecordingContext.unrestricted(1).with("db", settings);
        MysqlDataSource source = context.dataSource("db", ConfigSpec.of(MysqlDataSource.class));
        return new MysqlSessions(source.address(), List.of(), 60_000);
    }

    @Test
    void theConnectionIsEncryptedAsTheDataSourceSays() throws SQLException {
        assertThat(cipher("require")).isNotEmpty();
        assertThat(cipher("disable")).isEmpty();
    }

    private static String cipher(String tls) throws SQLException {
        try (Connection connection = sessions(tls).reading();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show session status like 'Ssl_cipher'")) {
            row.next();
            return row.getString(2);
        }
    }

    /**
     * A server of MariaDB 11.4 proves with the hash of the password that it is the one who knows it, certificate
     * included, and then the client does without an authority. Who has no password has no such proof, nor has a MySQL.
     */
    @ParameterizedTest
    @ValueSource(strings = {"verifyCa", "verifyFull"})
    void aCertificateThatNobodyTrustsNeedsAProofThatTheServerKnowsThePassword(String tls) throws SQLException {
        DATABASE.run("create or replace user open@'%' identified by ''");
        if (!MariaDbServer.isMySql()) {
            assertThat(cipher(tls)).isNotEmpty();
        }
        String user = MariaDbServer.isMySql() ? DATABASE.user() : "open";
        String password = MariaDbServer.isMySql() ? DATABASE.password() : "";

        assertThatThrownBy(() -> sessions(tls, user, password).reading().close())
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining("certif");
    }
}
