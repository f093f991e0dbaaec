package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.StatementCancel;
import io.sluice.spi.TaskContext;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** A connection while one split is read over it; cancelling the run cancels its statement. */
final class CopySession {
    private final Connection connection;
    private final Return back;
    private final TaskContext context;
    private final TaskContext.Registration registration;
    private boolean closed;

    /** Takes a connection back that is ready for other work. */
    @FunctionalInterface
    interface Return {
        void take(Connection connection) throws SQLException;
    }

    CopySession(Connection connection, Return back, TaskContext context) throws SQLException {
        this.connection = connection;
        this.back = back;
        this.context = context;
        registration =
                context.onCancel(new StatementCancel(connection, connection.unwrap(PGConnection.class)::cancelQuery));
    }

    Connection connection() {
        return connection;
    }

    /** Leaves the connection to who opened it. */
    void release() {
        registration.close();
    }

    /**
     * Ends it. A half-read statement would be drained by an orderly close, so its connection is cut instead.
     *
     * @param drained whether no statement is half-read
     */
    void close(boolean drained) throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        registration.close();
        try {
            if (drained && !context.cancelled()) {
                back.take(connection);
            } else {
                connection.abort(Runnable::run);
                connection.close();
            }
        } catch (SQLException failure) {
            throw new IOException("Cannot close a connection", failure);
        }
    }
}
