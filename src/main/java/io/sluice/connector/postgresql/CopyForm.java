package io.sluice.connector.postgresql;

import io.sluice.spi.data.RowBatch;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** A form of COPY in which rows are sent. */
interface CopyForm {
    /** As the statement's FORMAT option names it. */
    String name();

    /** Sends the rows {@code from} to {@code to} (exclusive); the caller ends the statement. */
    void send(CopyIn copy, RowBatch rows, int from, int to) throws SQLException;
}
