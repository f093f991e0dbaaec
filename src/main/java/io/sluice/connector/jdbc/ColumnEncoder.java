package io.sluice.connector.jdbc;

import io.sluice.spi.data.RowBatch;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Binds one column's value, never NULL, to a parameter, exactly or not at all. */
@FunctionalInterface
public interface ColumnEncoder {
    /**
     * @param column index from 0; the parameter is {@code column + 1}
     * @throws io.sluice.spi.error.SluiceException with a DATA code when the target cannot hold the value
     */
    void bind(PreparedStatement statement, int column, RowBatch rows, int row) throws SQLException;
}
