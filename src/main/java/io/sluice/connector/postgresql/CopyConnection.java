package io.sluice.connector.postgresql;

import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/** The driver's connection without TLS, of which rows of a COPY can be taken before the driver makes arrays of them. */
final class CopyConnection extends PgConnection {
    private static final int MILLIS = 1000;

    private final ServerMessages messages;

    private CopyConnection(HostSpec host, Properties properties, String url) throws SQLException {
        super(new HostSpec[] {host}, properties, url);
        messages = MessageSockets.messagesOf(properties);
    }

    /**
     * Connects. While it lets us in, the server may be silent for as long as the driver's {@code loginTimeout} says.
     *
     * @param properties of the driver; belong to the connection from now on
     */
    static CopyConnection open(HostSpec host, String database, Properties properties, String url) throws SQLException {
        int usualSeconds = PGProperty.SOCKET_TIMEOUT.getInt(properties);
        PGProperty.SOCKET_TIMEOUT.set(properties, PGProperty.LOGIN_TIMEOUT.getInt(properties));
        PGProperty.SOCKET_FACTORY.set(properties, MessageSockets.class.getName());
        PGProperty.PG_DBNAME.set(properties, database);
        CopyConnection connection = new CopyConnection(host, properties, url);
        connection.setNetworkTimeout(Runnable::run, MILLIS * usualSeconds);
        return connection;
    }

    /** What the server sends; to be read between the messages of the driver only. */
    ServerMessages messages() {
        return messages;
    }
}
