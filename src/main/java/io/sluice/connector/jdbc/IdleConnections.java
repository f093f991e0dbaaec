package io.sluice.connector.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps a reader's connections from one task to the next: to open one costs as much as to read some thousand rows,
 * because the password is proved by thousands of hashes.
 */
public final class IdleConnections implements Closeable {
    private static final int PATIENCE_SECONDS = 5;

    private final Map<Sessions, Queue<Connection>> idle = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** A connection for reading, outside a transaction. The caller gives it back or closes it. */
    public Connection take(Sessions sessions) throws SQLException {
        Queue<Connection> queue = queue(sessions);
        for (Connection kept = queue.poll(); kept != null; kept = queue.poll()) {
            if (kept.isValid(PATIENCE_SECONDS)) {
                sessions.renew(kept);
                return kept;
            }
            kept.close();
        }
        return sessions.reading();
    }

    /** Takes back a connection on which nothing is going on; its transaction ends and with it the settings made for it. */
    public void giveBack(Sessions sessions, Connection connection) throws SQLException {
        Sessions.endTransaction(connection);
        queue(sessions).add(connection);
        if (closed) {
            closeAll();
        }
    }

    private Queue<Connection> queue(Sessions sessions) {
        return idle.computeIfAbsent(sessions, ignored -> new ConcurrentLinkedQueue<>());
    }

    private void closeAll() throws SQLException {
        for (Queue<Connection> queue : idle.values()) {
            for (Connection kept = queue.poll(); kept != null; kept = queue.poll()) {
                kept.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            closeAll();
        } catch (SQLException failure) {
            throw new IOException("Cannot close a connection", failure);
        }
    }
}
