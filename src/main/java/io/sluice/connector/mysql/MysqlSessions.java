package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.EgressPolicy;
import io.sluice.connector.jdbc.ServerAddress;
import io.sluice.connector.jdbc.Sessions;
import io.sluice.connector.jdbc.TlsMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Opens connections to one MySQL or MariaDB database. */
final class MysqlSessions implements Sessions {
    /** A CHAR is read as it was stored, and not with the blanks that a server may be told to show behind it. */
    private static final String READING = "SET time_zone = '+00:00', net_write_timeout = 3600,"
            + " sql_mode = REPLACE(@@sql_mode, 'PAD_CHAR_TO_FULL_LENGTH', '')";

    /** Zero in a number column stays zero, and no value is bent to fit. */
    private static final String WRITING = "SET time_zone = '+00:00', sql_mode ="
            + " 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO,ERROR_FOR_DIVISION_BY_ZERO'";

    /** Whatever a task's own statements have set: without it a server cuts what does not fit, or writes a question mark. */
    private static final String STILL_STRICT =
            "SET sql_mode =" + " TRIM(LEADING ',' FROM CONCAT(@@sql_mode, ',STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO'))";

    private static final String PASSWORDS_STAY_HIDDEN =
            "mysql_native_password,client_ed25519,parsec,caching_sha2_password,sha256_password";

    /**
     * Own statements of a connection that only looks around. A MySQL tells for a day how many rows a table had when
     * somebody asked; MariaDB reads no comment of MySQL 8.
     */
    static final List<String> LOOKING = List.of(
            "SET SESSION TRANSACTION READ ONLY",
            "SET SESSION net_write_timeout = 3600 /*!80000 , SESSION information_schema_stats_expiry = 0 */");

    private final ServerAddress address;
    private final List<String> statements;
    private final int socketTimeout;
    private final EgressPolicy egress = EgressPolicy.ofInstallation();

    /**
     * @param statements run on each new connection, after our own
     * @param socketTimeout milliseconds without an answer after which a connection counts as lost
     */
    MysqlSessions(ServerAddress address, List<String> statements, int socketTimeout) {
        this.address = address;
        this.statements = List.copyOf(statements);
        this.socketTimeout = socketTimeout;
    }

    @Override
    public Connection reading() throws SQLException {
        return prepared(open(), READING, "");
    }

    @Override
    public Connection writing() throws SQLException {
        Connection connection = prepared(open(), WRITING, STILL_STRICT);
        connection.setAutoCommit(false);
        return connection;
    }

    /** @param after follows the statements of the task, if it has some */
    private Connection prepared(Connection connection, String settings, String after) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
            for (String own : statements) {
                statement.execute(own);
            }
            if (!statements.isEmpty() && !after.isEmpty()) {
                statement.execute(after);
            }
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** The database travels as a property: in the URL the driver would read options out of its name. */
    Connection open() throws SQLException {
        egress.resolve(address.host());
        String url = "jdbc:mariadb://" + address.hostForUrl() + ":" + address.port() + "/";
        Connection connection = new org.mariadb.jdbc.Driver().connect(url, properties());
        if (connection == null) {
            throw new SQLException("The driver does not take " + url, "08001");
        }
        return connection;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty("socketTimeout", Integer.toString(socketTimeout));
        properties.setProperty("tcpKeepAlive", "true");
        address.properties().forEach(properties::setProperty);
        forced(properties);
        properties.setProperty("user", address.login().user());
        properties.setProperty("password", address.login().password().reveal());
        if (!address.database().isEmpty()) {
            properties.setProperty("database", address.database());
        }
        return properties;
    }

    private void forced(Properties properties) {
        properties.setProperty("allowLocalInfile", "false");
        properties.setProperty("allowMultiQueries", "false");
        properties.setProperty("permitRedirect", "false");
        properties.setProperty("createDatabaseIfNotExist", "false");
        properties.setProperty("dumpQueriesOnException", "false");
        properties.setProperty("includeInnodbStatusInDeadlockExceptions", "false");
        properties.setProperty("useServerPrepStmts", "true");
        properties.setProperty("useBulkStmts", "true");
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("yearIsDateType", "false");
        properties.setProperty("sslMode", sslMode());
        boolean plain = address.tls() == TlsMode.DISABLE;
        properties.setProperty("restrictedAuth", PASSWORDS_STAY_HIDDEN + (plain ? "" : ",mysql_clear_password,dialog"));
    }

    private String sslMode() {
        return switch (address.tls()) {
            case DISABLE -> "disable";
            case REQUIRE -> "trust";
            case VERIFY_CA -> "verify-ca";
            case VERIFY_FULL -> "verify-full";
        };
    }
}
