package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ChangedColumn;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.SnapshotSessions;
import io.sluice.spi.data.Column;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes sure that what a COPY reads is what the run was planned for. A COPY that waits until somebody else has rewritten
 * its table (TRUNCATE, ALTER) then looks at it as of before the wait, when none of the new rows were there, and finds it
 * empty. And its rows have no types: those of another column would be taken for what was expected.
 */
final class SteadySource {
    /** Each table that a snapshot would see as empty, as it knows another file of it. */
    private static final String REWRITTEN = """
            WITH RECURSIVE member(oid) AS (
              SELECT to_regclass(?)::oid UNION SELECT inhrelid FROM pg_inherits JOIN member ON inhparent = oid)
            SELECT c.oid::regclass::text FROM pg_class c JOIN member USING (oid)
            WHERE c.relfilenode <> 0 AND c.relfilenode <> pg_relation_filenode(c.oid) LIMIT 1""";

    private SteadySource() {}

    /**
     * Waits for who changes the tables now, and locks them against being changed until the transaction ends.
     *
     * @param query that is going to be copied; it may have more columns behind those of the source
     * @throws SluiceException SOURCE_CHANGED or SOURCE_REWRITTEN
     */
    static void require(Connection connection, PostgresqlDialect dialect, CopySource source, String query)
            throws SQLException {
        List<ResultColumn> now = dialect.describe(connection, query);
        List<Column> planned =
                source.columns().stream().map(ResultColumn::column).toList();
        ChangedColumn.first(planned, now).ifPresent(changed -> {
            throw new SluiceException(
                    JdbcError.SOURCE_CHANGED,
                    "The column %s of %s was %s %s when the run began, now it is %s %s"
                            .formatted(changed.words(source.source().name())));
        });
        if (source.source().sessions() instanceof SnapshotSessions
                && source.source().isTable()) {
            requireSeen(connection, source.source().table());
        }
    }

    private static void requireSeen(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REWRITTEN)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw new SluiceException(
                            JdbcError.SOURCE_REWRITTEN,
                            row.getString(1)
                                    + " was rewritten (VACUUM FULL, CLUSTER, TRUNCATE or ALTER) after the snapshot was"
                                    + " taken, which cannot see its rows any more");
                }
            }
        }
    }
}
