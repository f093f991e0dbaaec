package io.sluice.connector.jdbc;

import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams the rows of one split into batches. */
final class JdbcSplitReader implements SplitReader<JdbcSplit> {
    private final Sessions sessions;
    private final Connection connection;
    private final JdbcSplit split;
    private final RowDecoder decoder;
    private final int columns;
    private final boolean ordered;
    private final TaskContext context;
    private @Nullable ResultSet rows;
    private TaskContext.@Nullable Registration registration;
    private JdbcSplit remaining;
    private boolean finished;
    private boolean closed;

    /**
     * What the rows of a split look like.
     *
     * @param columns how many columns the batch has
     * @param ordered whether rows come in the order of a unique key, with its text in the column behind those
     */
    record Rows(RowDecoder decoder, int columns, boolean ordered) {}

    /** @param sessions gets the connection back */
    JdbcSplitReader(Sessions sessions, Connection connection, JdbcSplit split, Rows form, TaskContext context) {
        this.sessions = sessions;
        this.connection = connection;
        this.split = split;
        this.decoder = form.decoder();
        this.columns = form.columns();
        this.ordered = form.ordered();
        remaining = split;
        this.context = context;
    }

    void start(Dialect dialect, ReadSource source, String query, int fetchSize) throws SQLException {
        Statement statement = dialect.statement(connection, query, fetchSize);
        dialect.requireUnchanged(statement, source, query);
        registration = context.onCancel(new StatementCancel(connection, statement));
        rows = dialect.execute(statement, query);
    }

    @Override
    public Status read(RowBatch batch) throws SQLException {
        ResultSet result = rows;
        if (finished || result == null) {
            return Status.END;
        }
        boolean moved = false;
        while (!batch.isFull()) {
            if (!result.next()) {
                finished = true;
                remaining = split.nothing();
                decoder.delivered(context);
                return Status.END;
            }
            decode(result, batch);
            moved = true;
        }
        if (moved) {
            remaining = ordered ? split.behind(lastKey(result)) : split.fromTheStart();
        }
        decoder.delivered(context);
        return Status.MORE;
    }

    /** The key of the current row, which is the last one delivered. */
    private String lastKey(ResultSet row) throws SQLException {
        String text = row.getString(columns + 1);
        if (text == null) {
            throw new SluiceException(CommonError.READ_FAILED, "A key of " + split.describe() + " is NULL");
        }
        return text;
    }

    private void decode(ResultSet row, RowBatch batch) throws SQLException {
        try {
            decoder.decode(row, batch);
            batch.endRow();
        } catch (SluiceException refused) {
            if (refused.code().category() != Category.DATA) {
                throw refused;
            }
            List<@Nullable String> values = values(row, decoder.column(), batch);
            batch.dropRow();
            context.reject(new TaskContext.Rejected(
                    values, decoder.column(), refused.code(), String.valueOf(refused.getMessage()), split.describe()));
        }
    }

    /** The values before the column at fault as they were decoded, the others as the driver spells them. */
    private List<@Nullable String> values(ResultSet row, int fault, RowBatch batch) throws SQLException {
        List<@Nullable String> values = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            boolean decoded = column < fault;
            values.add(
                    decoded
                            ? batch.text(batch.rows(), column)
                            : shown(row, column, batch.schema().column(column).type()));
        }
        return values;
    }

    private static @Nullable String shown(ResultSet row, int column, LogicalType type) throws SQLException {
        try {
            if (type instanceof LogicalType.Binary) {
                byte[] bytes = row.getBytes(column + 1);
                return bytes == null ? null : "\\x" + HexFormat.of().formatHex(bytes);
            }
            return row.getString(column + 1);
        } catch (DateTimeException notEvenAsText) {
            return "?";
        }
    }

    @Override
    public JdbcSplit remaining() {
        return remaining;
    }

    void abandon(Exception failure) {
        try {
            close();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        TaskContext.Registration registered = registration;
        registration = null;
        if (registered != null) {
            registered.close();
        }
        try {
            ResultSet result = rows;
            if (finished && result != null) {
                result.getStatement().close();
            }
            sessions.release(connection, finished);
        } catch (SQLException failure) {
            throw new IOException("Cannot close a connection", failure);
        }
    }
}
