package io.sluice.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Shows to others that somebody is at work on a load that nobody can go on with: a row of its progress table is locked by
 * a transaction that stays open. When the process dies, the server ends the transaction.
 */
final class StagingOwner implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Sessions sessions;
    private final TargetTables tables;
    private final ProgressTable progress;
    private @Nullable Connection holding;

    StagingOwner(Sessions sessions, TargetTables tables, ProgressTable progress) {
        this.sessions = sessions;
        this.tables = tables;
        this.progress = progress;
    }

    /** Locks the row, again when the connection of before is lost. */
    synchronized void hold() throws SQLException {
        Connection known = holding;
        if (known != null && known.isValid(PATIENCE_SECONDS)) {
            return;
        }
        close();
        Connection next = sessions.writing();
        try (Statement statement = next.createStatement()) {
            next.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement.execute(tables.endurance());
            next.commit();
            progress.lockOwner(next);
        } catch (SQLException failure) {
            next.close();
            throw failure;
        }
        holding = next;
    }

    /** Lets go: the tables may be dropped now. */
    @Override
    public synchronized void close() throws SQLException {
        Connection known = holding;
        holding = null;
        if (known != null) {
            known.close();
        }
    }
}
