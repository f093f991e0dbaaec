package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ChangedColumn;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.ReadSource;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.SnapshotSessions;
import io.sluice.spi.data.Column;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes sure that what is read is what the run was planned for. A COPY that waits until somebody else has rewritten its
 * table (TRUNCATE, ALTER) then looks at it as of before the wait, when none of the new rows were there, and finds it
 * empty; in a snapshot so does every statement. And what was planned for the types of some columns would take those of
 * others for what was expected.
 */
final class SteadySource {
    /**
     * A table behind what was described in this transaction, and so locked by it, that the snapshot would see as empty:
     * it knows another file of it, or has never heard of it, because another table got its name.
     */
    private static final String REWRITTEN = """
            SELECT l.relation::regclass::text FROM pg_locks l LEFT JOIN pg_class c ON c.oid = l.relation
            WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.relation >= 16384
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (c.oid IS NULL AND pg_get_indexdef(l.relation) IS NULL
                OR c.relkind IN ('r', 'm') AND c.relfilenode <> pg_relation_filenode(c.oid)) LIMIT 1""";

    private SteadySource() {}

    /**
     * Waits for who changes the tables now, and locks them against being changed until the transaction ends.
     *
     * @param query that is going to be read; it may have more columns behind those of the source
     * @throws SluiceException SOURCE_CHANGED or SOURCE_REWRITTEN
     */
    static void require(Connection connection, PostgresqlDialect dialect, ReadSource source, String query)
            throws SQLException {
        List<ResultColumn> now = dialect.describe(connection, query);
        List<Column> planned =
                source.columns().stream().map(ResultColumn::column).toList();
        ChangedColumn.first(planned, now).ifPresent(changed -> {
            throw changed.inSource(source.name());
        });
        if (source.sessions() instanceof SnapshotSessions) {
            requireSeen(connection);
        }
    }

    private static void requireSeen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(REWRITTEN)) {
            if (row.next()) {
                throw new SluiceException(
                        JdbcError.SOURCE_REWRITTEN,
                        row.getString(1)
                                + " was rewritten (VACUUM FULL, CLUSTER, TRUNCATE or ALTER) or replaced after the"
                                + " snapshot was taken, which cannot see its rows");
            }
        }
    }
}
