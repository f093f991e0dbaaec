package io.sluice.connector.jdbc;

import io.sluice.spi.TaskContext;
import io.sluice.spi.data.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes the current result row into a batch; keeps scratch memory and serves one split. */
public interface RowDecoder {
    /**
     * Sets all columns of the batch's current row; ending the row is the caller's.
     *
     * @throws io.sluice.spi.error.SluiceException with a DATA code when a value cannot be held; the row is rejected
     */
    void decode(ResultSet row, RowBatch batch) throws SQLException;

    /** Called when the rows decoded since the last call are delivered: says what was changed in them. */
    default void delivered(TaskContext context) {}

    /** The column decoded last, from 0; after a failure the one at fault. */
    int column();
}
