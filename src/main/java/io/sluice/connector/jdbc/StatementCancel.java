package io.sluice.connector.jdbc;

import io.sluice.spi.TaskContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Ends whatever a connection is doing: first politely, so that the server stops working for nobody, then by closing
 * the socket, so that our thread comes back even when the server does not answer.
 */
public final class StatementCancel implements TaskContext.CancelAction {
    private static final Duration POLITE = Duration.ofSeconds(2);

    private final Connection connection;
    private final Polite polite;

    public StatementCancel(Connection connection, Statement statement) {
        this(connection, statement::cancel);
    }

    public StatementCancel(Connection connection, Polite polite) {
        this.connection = connection;
        this.polite = polite;
    }

    /** Asks the server to end the connection's statement. */
    @FunctionalInterface
    public interface Polite {
        void cancel() throws SQLException;
    }

    @Override
    public void run() throws SQLException, InterruptedException {
        Thread asking = Thread.ofVirtual().name("sluice-cancel").start(this::cancelQuietly);
        asking.join(POLITE);
        connection.abort(Runnable::run);
    }

    private void cancelQuietly() {
        try {
            polite.cancel();
        } catch (SQLException alreadyOver) {
            // The abort that follows ends the connection in any case.
            Thread.currentThread().interrupt();
        }
    }
}
