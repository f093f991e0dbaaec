package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Loader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One connection's way in by COPY. */
final class CopyLoad implements Loader.OwnTransaction {
    private final Connection connection;
    private final String target;
    private final CopyForm form;
    private final CopyForm encoded = new BinaryForm(List.of());
    private final TaskContext.Registration registration;
    private @Nullable CopyIn copy;

    /** @param target table and columns, quoted @param form of rows that come as vectors */
    CopyLoad(Connection connection, String target, CopyForm form, TaskContext context) {
        this.connection = connection;
        this.target = target;
        this.form = form;
        registration = context.onCancel(() -> connection.abort(Runnable::run));
    }

    @Override
    public void load(RowBatch rows, int from, int to) throws SQLException {
        try {
            start(rows, from, to);
            end();
        } finally {
            takeBack();
        }
    }

    /** The connection commits by itself meanwhile, that is at the end of the statement. */
    @Override
    public void send(RowBatch rows, int from, int to) throws SQLException {
        connection.setAutoCommit(true);
        start(rows, from, to);
    }

    private void start(RowBatch rows, int from, int to) throws SQLException {
        CopyForm used = rows.isEncoded() ? encoded : form;
        String sql = "COPY %s FROM STDIN (FORMAT %s, ENCODING 'UTF8')".formatted(target, used.name());
        CopyIn started = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        copy = started;
        used.send(started, rows, from, to);
    }

    @Override
    public void end() throws SQLException {
        CopyIn started = copy;
        if (started != null) {
            started.endCopy();
            takeBack();
        }
    }

    @Override
    public void takeBack() throws SQLException {
        CopyIn started = copy;
        copy = null;
        try {
            if (started != null && started.isActive()) {
                started.cancelCopy();
            }
        } finally {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public boolean isOpen() {
        return copy != null;
    }

    @Override
    public void close() {
        registration.close();
    }
}
