package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.EgressPolicy;
import io.sluice.connector.jdbc.JdbcUrl;
import io.sluice.connector.jdbc.ServerAddress;
import io.sluice.connector.jdbc.Sessions;
import io.sluice.connector.jdbc.TlsMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.ssl.DefaultJavaSSLFactory;
import org.postgresql.util.HostSpec;

/** Opens connections to one PostgreSQL database. */
final class PostgresqlSessions implements Sessions {
    /** The driver announces the JVM's zone when it connects, so ours is set afterwards. */
    private static final String SETTINGS = """
            SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'iso_8601'; SET extra_float_digits = 3;
            SET bytea_output = 'hex'; SET standard_conforming_strings = on; SET synchronize_seqscans = off""";

    /** Own statements of a connection that only looks around. */
    static final List<String> LOOKING =
            List.of("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", "SET statement_timeout = '15s'");

    private static final String NO_GSS = "disable";

    private final ServerAddress address;
    private final List<String> statements;
    private final int socketTimeoutSeconds;
    private final boolean joinInserts;
    private final EgressPolicy egress = EgressPolicy.ofInstallation();

    /** @param statements run on each new connection, after our own */
    PostgresqlSessions(ServerAddress address, List<String> statements, int socketTimeoutSeconds) {
        this(address, statements, socketTimeoutSeconds, false);
    }

    /**
     * @param joinInserts whether the driver may join the rows of a batch to statements of several rows; not for
     *     upserts, where a key that occurs twice in one statement is an error
     */
    PostgresqlSessions(ServerAddress address, List<String> statements, int socketTimeoutSeconds, boolean joinInserts) {
        this.joinInserts = joinInserts;
        this.address = address;
        this.statements = List.copyOf(statements);
        this.socketTimeoutSeconds = socketTimeoutSeconds;
    }

    /** Without automatic commit, because only then the driver fetches in portions. */
    @Override
    public Connection reading() throws SQLException {
        return prepared(open());
    }

    @Override
    public Connection writing() throws SQLException {
        return prepared(open());
    }

    private Connection prepared(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            for (String own : statements) {
                statement.execute(own);
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    Connection open() throws SQLException {
        egress.resolve(address.host());
        String url = "jdbc:postgresql://" + address.hostForUrl() + ":" + address.port() + "/"
                + JdbcUrl.encode(address.database());
        Properties properties = properties();
        if (address.tls() == TlsMode.DISABLE && NO_GSS.equals(PGProperty.GSS_ENC_MODE.getOrDefault(properties))) {
            HostSpec host = new HostSpec(address.host(), address.port());
            return CopyConnection.open(host, address.database(), properties, url);
        }
        Connection connection = new org.postgresql.Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take " + url, "08001");
        }
        return connection;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("cancelSignalTimeout", "2");
        properties.setProperty("socketTimeout", Integer.toString(socketTimeoutSeconds));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("gssEncMode", NO_GSS);
        properties.setProperty("ApplicationName", "Sluice");
        address.properties().forEach(properties::setProperty);
        properties.setProperty("preferQueryMode", "extended");
        properties.setProperty("autosave", "never");
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("reWriteBatchedInserts", Boolean.toString(joinInserts));
        properties.setProperty("sslmode", sslMode());
        if (address.tls() == TlsMode.VERIFY_CA || address.tls() == TlsMode.VERIFY_FULL) {
            // The driver would ask for the file of an authority in the home of who runs us; we trust whom Java trusts.
            properties.setProperty("sslfactory", DefaultJavaSSLFactory.class.getName());
        }
        properties.setProperty("user", address.login().user());
        properties.setProperty("password", address.login().password().reveal());
        return properties;
    }

    private String sslMode() {
        return switch (address.tls()) {
            case DISABLE -> "disable";
            case REQUIRE -> "require";
            case VERIFY_CA -> "verify-ca";
            case VERIFY_FULL -> "verify-full";
        };
    }
}
