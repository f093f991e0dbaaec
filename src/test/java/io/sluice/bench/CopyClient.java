package io.sluice.bench;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Runs one COPY between a server and the standard streams; the password is in the environment as for psql. */
final class CopyClient {
    private static final int BUFFER = 1 << 16;

    private CopyClient() {}

    /** Arguments: {@code in} or {@code out}, JDBC URL, user, COPY statement. */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(arguments[1], arguments[2], System.getenv("PGPASSWORD"))) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            if (arguments[0].equals("in")) {
                copies.copyIn(arguments[3], System.in, BUFFER);
            } else {
                try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER)) {
                    copies.copyOut(arguments[3], out);
                }
            }
        }
    }
}
