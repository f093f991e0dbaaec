package io.sluice.connector.jdbc;

import io.sluice.spi.data.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes one column of the current result row into its vector, without loss or not at all. */
@FunctionalInterface
public interface ColumnDecoder {
    /**
     * Sets the value, or NULL, of the batch's current row.
     *
     * @param column index from 0
     * @throws io.sluice.spi.error.SluiceException with a DATA code when the value cannot be held; the row is rejected
     */
    void decode(ResultSet row, int column, RowBatch batch) throws SQLException;

    /** Makes a decoder for one split; decoders may keep scratch memory and are not shared by threads. */
    @FunctionalInterface
    interface Maker {
        ColumnDecoder make();
    }
}
