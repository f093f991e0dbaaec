package io.sluice.connector.jdbc;

import io.sluice.spi.data.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Decodes a row column by column through JDBC; what every driver can do. */
public final class ColumnwiseRows implements RowDecoder {
    private final ColumnDecoder[] decoders;
    private int column;

    public ColumnwiseRows(List<ResultColumn> columns) {
        decoders = columns.stream().map(column -> column.decoder().make()).toArray(ColumnDecoder[]::new);
    }

    @Override
    public void decode(ResultSet row, RowBatch batch) throws SQLException {
        for (column = 0; column < decoders.length; column++) {
            decoders[column].decode(row, column, batch);
        }
    }

    @Override
    public int column() {
        return column;
    }
}
