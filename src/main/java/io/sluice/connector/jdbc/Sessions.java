package io.sluice.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database, ready for exact reading or writing. */
public interface Sessions {
    /** A connection whose session settings make every value readable without loss. */
    Connection reading() throws SQLException;

    /** A connection that is strict about values and does not commit by itself. */
    Connection writing() throws SQLException;

    /** A connection for reading that was kept is used again: whatever was going on ends. */
    default void renew(Connection kept) throws SQLException {
        endTransaction(kept);
    }

    /** Rolls back what is going on; a connection that commits by itself has nothing going on. */
    static void endTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    /**
     * Takes a connection for reading back. A half-read result would be drained by an orderly close, so its connection is
     * cut instead.
     *
     * @param drained whether all was read that was asked for
     */
    default void release(Connection connection, boolean drained) throws SQLException {
        if (!drained) {
            connection.abort(Runnable::run);
        }
        connection.close();
    }
}
