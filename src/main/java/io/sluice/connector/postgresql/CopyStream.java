package io.sluice.connector.postgresql;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.PSQLState;

/**
 * The rows of one COPY in binary form; the server sends each of them as one message. Of a {@link CopyConnection} they
 * are taken where they arrive; what else the server says is left to the driver.
 */
final class CopyStream {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int EXTENSION_AT = SIGNATURE.length + Integer.BYTES;
    private static final short TRAILER = -1;
    private static final byte[] NOTHING = {};

    private final CopyOut copy;
    private final @Nullable ServerMessages arriving;
    private byte[] first;
    private boolean ended;
    private byte[] row = NOTHING;
    private int start;
    private int end;

    private CopyStream(CopyOut copy, @Nullable ServerMessages arriving, byte[] first) {
        this.copy = copy;
        this.arriving = arriving;
        this.first = first;
    }

    /** Begins the statement; after a failure nothing is left to close but the connection. */
    static CopyStream begin(Connection connection, String sql) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        byte[] message = copy.readFromCopy();
        ServerMessages arriving = connection instanceof CopyConnection plain ? plain.messages() : null;
        return new CopyStream(copy, arriving, message == null ? NOTHING : behindHeader(message));
    }

    private static byte[] behindHeader(byte[] message) {
        int fixed = EXTENSION_AT + Integer.BYTES;
        if (message.length < fixed || !Arrays.equals(SIGNATURE, Arrays.copyOf(message, SIGNATURE.length))) {
            throw new SluiceException(CommonError.READ_FAILED, "The server does not send COPY in the binary form");
        }
        return Arrays.copyOfRange(message, fixed + BigEndian.getInt(message, EXTENSION_AT), message.length);
    }

    /** Goes on to the next row; false at the end. Behind the last row comes a mark, and then the end of the statement. */
    boolean next() throws SQLException {
        while (!ended) {
            if (!receive()) {
                ended = true;
            } else if (end - start != Short.BYTES || BigEndian.getShort(row, start) != TRAILER) {
                return true;
            }
        }
        return false;
    }

    private boolean receive() throws SQLException {
        if (first.length == 0 && arrived()) {
            return true;
        }
        byte[] message = first.length > 0 ? first : copy.readFromCopy();
        first = NOTHING;
        if (message == null) {
            return false;
        }
        row = message;
        start = 0;
        end = message.length;
        return true;
    }

    private boolean arrived() throws SQLException {
        if (arriving == null) {
            return false;
        }
        try {
            if (!arriving.nextRow()) {
                return false;
            }
        } catch (IOException lost) {
            throw new SQLException(
                    "The connection failed while rows were read: " + lost.getMessage(),
                    PSQLState.CONNECTION_FAILURE.getState(),
                    lost);
        }
        row = arriving.row();
        start = arriving.rowStart();
        end = arriving.rowEnd();
        return true;
    }

    /** Holds the row from {@link #start} to {@link #end}, its number of fields first, until the next is asked for. */
    byte[] row() {
        return row;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }
}
