package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.SnapshotSessions;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads in one snapshot, which a connection of its own exports with the first connection that is asked for and keeps
 * until the reader is closed.
 */
final class PostgresqlSnapshot implements SnapshotSessions {
    /** The exporting transaction does nothing for as long as the run takes. */
    private static final String EXPORT = """
            SET idle_in_transaction_session_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY""";

    /** Invalid identifiers, and those of which there is no snapshot any more. */
    private static final Set<String> GONE = Set.of("22023", "42704");

    private final PostgresqlSessions sessions;
    private final String source;
    private final TaskContext context;
    private @Nullable Connection exporter;
    private @Nullable String snapshot;

    /** @param source what a person calls the database */
    PostgresqlSnapshot(PostgresqlSessions sessions, String source, TaskContext context) {
        this.sessions = sessions;
        this.source = source;
        this.context = context;
    }

    @Override
    public Connection reading() throws SQLException {
        String name = export();
        Connection connection = sessions.reading();
        try {
            join(connection, name);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public Connection writing() throws SQLException {
        return sessions.writing();
    }

    @Override
    public void renew(Connection kept) throws SQLException {
        kept.rollback();
        join(kept, export());
    }

    private synchronized String export() throws SQLException {
        String known = snapshot;
        if (known != null) {
            return known;
        }
        Connection connection = sessions.open();
        exporter = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(EXPORT);
            try (ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
                row.next();
                known = row.getString(1);
            }
        }
        snapshot = known;
        context.log(Level.INFO, "All parts of " + source + " are read in snapshot " + known);
        return known;
    }

    private void join(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SET TRANSACTION SNAPSHOT '" + name + "'");
        } catch (SQLException refused) {
            if (GONE.contains(refused.getSQLState())) {
                throw new SluiceException(
                        JdbcError.SNAPSHOT_GONE,
                        "The snapshot of " + source + " is gone, because the connection that kept it was lost",
                        refused);
            }
            throw refused;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        Connection connection = exporter;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failure) {
                throw new IOException("Cannot close a connection", failure);
            }
        }
    }
}
