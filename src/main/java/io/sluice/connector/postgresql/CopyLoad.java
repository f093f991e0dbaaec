package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Loader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One connection's way in by COPY. */
final class CopyLoad implements Loader.Load {
    private final Connection connection;
    private final String target;
    private final CopyForm form;
    private final CopyForm encoded = new BinaryForm(List.of());
    private final TaskContext.Registration registration;

    /** @param target table and columns, quoted @param form of rows that come as vectors */
    CopyLoad(Connection connection, String target, CopyForm form, TaskContext context) {
        this.connection = connection;
        this.target = target;
        this.form = form;
        registration = context.onCancel(() -> connection.abort(Runnable::run));
    }

    @Override
    public void load(RowBatch rows, int from, int to) throws SQLException {
        CopyForm used = rows.isEncoded() ? encoded : form;
        String sql = "COPY %s FROM STDIN (FORMAT %s, ENCODING 'UTF8')".formatted(target, used.name());
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            used.send(copy, rows, from, to);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}
