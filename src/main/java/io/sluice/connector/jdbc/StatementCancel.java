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
final class StatementCancel implements TaskContext.CancelAction {
    private static final Duration POLITE = Duration.ofSeconds(2);

    private final Connection connection;
    private final Statement statement;

    StatementCancel(Connection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    @Override
    public void run() throws SQLException, InterruptedException {
        Thread polite = Thread.ofVirtual().name("sluice-cancel").start(this::cancelQuietly);
        polite.join(POLITE);
        connection.abort(Runnable::run);
    }

    private void cancelQuietly() {
        try {
            statement.cancel();
        } catch (SQLException alreadyOver) {
            // The abort that follows ends the connection in any case.
            Thread.currentThread().interrupt();
        }
    }
}
