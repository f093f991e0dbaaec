package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.StatementCancel;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Streams the rows of one split from COPY; the server sends each row as one message. */
final class CopySplitReader implements SplitReader<PostgresqlSplit> {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int EXTENSION_AT = SIGNATURE.length + Integer.BYTES;
    private static final short TRAILER = -1;
    private static final byte[] NOTHING = {};

    private final Origin origin;
    private final Connection connection;
    private final PostgresqlSplit split;
    private final Schema schema;
    private final Position position;
    private final TaskContext context;
    private final BinaryRows rows;
    private final TaskContext.Registration registration;
    private @Nullable CopyOut copy;
    private byte[] first = NOTHING;
    private byte[] last = NOTHING;
    private boolean finished;
    private boolean closed;

    /** A connection and where it goes when its last row was read. */
    record Origin(Connection connection, Return back) {
        /** Takes a connection back that is ready for other work. */
        @FunctionalInterface
        interface Return {
            void take(Connection connection) throws SQLException;
        }
    }

    CopySplitReader(Origin origin, PostgresqlSplit split, Schema schema, Position position, TaskContext context)
            throws SQLException {
        this.origin = origin;
        this.connection = origin.connection();
        this.split = split;
        this.schema = schema;
        this.position = position;
        this.context = context;
        rows = new BinaryRows(schema);
        registration =
                context.onCancel(new StatementCancel(connection, connection.unwrap(PGConnection.class)::cancelQuery));
    }

    /** Begins the statement; after a failure nothing is left to close but the connection. */
    void start(String sql) throws SQLException {
        try {
            begin(sql);
        } catch (SQLException | RuntimeException failure) {
            registration.close();
            throw failure;
        }
    }

    private void begin(String sql) throws SQLException {
        CopyOut opened = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        copy = opened;
        byte[] message = opened.readFromCopy();
        first = message == null ? NOTHING : behindHeader(message);
    }

    private static byte[] behindHeader(byte[] message) {
        int fixed = EXTENSION_AT + Integer.BYTES;
        if (message.length < fixed || !Arrays.equals(SIGNATURE, Arrays.copyOf(message, SIGNATURE.length))) {
            throw new SluiceException(CommonError.READ_FAILED, "The server does not send COPY in the binary form");
        }
        return Arrays.copyOfRange(message, fixed + BigEndian.getInt(message, EXTENSION_AT), message.length);
    }

    @Override
    public Status read(RowBatch batch) throws SQLException {
        while (!batch.isFull()) {
            byte[] row = next();
            if (row == null) {
                return Status.END;
            }
            take(row, batch);
            last = row;
        }
        return Status.MORE;
    }

    /** The next row, or null at the end; behind the last row comes a mark, and then the end of the statement. */
    private byte @Nullable [] next() throws SQLException {
        CopyOut open = copy;
        while (!finished && open != null) {
            byte[] message = first.length > 0 ? first : open.readFromCopy();
            first = NOTHING;
            if (message == null) {
                finished = true;
            } else if (message.length != Short.BYTES || BigEndian.getShort(message, 0) != TRAILER) {
                return message;
            }
        }
        return null;
    }

    private void take(byte[] row, RowBatch batch) {
        BinaryRows.requireFields(row, 0, schema.size() + position.fields());
        if (batch.isEncoded()) {
            BigEndian.putShort(row, 0, schema.size());
            batch.encodedRows().set(batch.rows(), row, 0, rows.end(row, 0));
            batch.endRow();
        } else {
            rows.decode(row, 0, batch).ifPresent(refusal -> reject(row, refusal));
        }
    }

    private void reject(byte[] row, BinaryRows.Refusal refusal) {
        List<@Nullable String> values = new ArrayList<>(schema.size());
        for (int column = 0; column < schema.size(); column++) {
            values.add(rows.shown(row, column, schema));
        }
        context.reject(new TaskContext.Rejected(
                values,
                refusal.column(),
                refusal.reason().code(),
                String.valueOf(refusal.reason().getMessage()),
                split.describe()));
    }

    @Override
    public PostgresqlSplit remaining() {
        if (finished && split.tuples() == null) {
            return new PostgresqlSplit(split.rows().nothing(), null);
        }
        return last.length == 0 ? split : position.after(split, last, rows.end(last, 0) + Integer.BYTES);
    }

    /** A half-read statement would be drained by an orderly close, so its connection is cut instead. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        registration.close();
        try {
            if (finished && !context.cancelled()) {
                origin.back().take(connection);
            } else {
                connection.abort(Runnable::run);
                connection.close();
            }
        } catch (SQLException failure) {
            throw new IOException("Cannot close a connection", failure);
        }
    }
}
