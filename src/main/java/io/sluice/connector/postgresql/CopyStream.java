package io.sluice.connector.postgresql;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The rows of one COPY in binary form; the server sends each of them as one message. */
final class CopyStream {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int EXTENSION_AT = SIGNATURE.length + Integer.BYTES;
    private static final short TRAILER = -1;
    private static final byte[] NOTHING = {};

    private final CopyOut copy;
    private byte[] first;
    private boolean ended;

    private CopyStream(CopyOut copy, byte[] first) {
        this.copy = copy;
        this.first = first;
    }

    /** Begins the statement; after a failure nothing is left to close but the connection. */
    static CopyStream begin(Connection connection, String sql) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        byte[] message = copy.readFromCopy();
        return new CopyStream(copy, message == null ? NOTHING : behindHeader(message));
    }

    private static byte[] behindHeader(byte[] message) {
        int fixed = EXTENSION_AT + Integer.BYTES;
        if (message.length < fixed || !Arrays.equals(SIGNATURE, Arrays.copyOf(message, SIGNATURE.length))) {
            throw new SluiceException(CommonError.READ_FAILED, "The server does not send COPY in the binary form");
        }
        return Arrays.copyOfRange(message, fixed + BigEndian.getInt(message, EXTENSION_AT), message.length);
    }

    /** The next row, or null at the end; behind the last row comes a mark, and then the end of the statement. */
    byte @Nullable [] next() throws SQLException {
        while (!ended) {
            byte[] message = first.length > 0 ? first : copy.readFromCopy();
            first = NOTHING;
            if (message == null) {
                ended = true;
            } else if (message.length != Short.BYTES || BigEndian.getShort(message, 0) != TRAILER) {
                return message;
            }
        }
        return null;
    }
}
