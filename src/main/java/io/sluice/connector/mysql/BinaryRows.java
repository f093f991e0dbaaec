package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ColumnwiseRows;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.RowDecoder;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.client.ReadableByteBuf;

/**
 * Decodes whole rows from the client's buffer, without an object for any value (docs/decisions/0008). The first row
 * goes through JDBC; with it the buffer is found, and the columns are compared with those the reader was planned for.
 * Where there is no such buffer, such as for text results, JDBC goes on.
 */
final class BinaryRows implements RowDecoder {
    private static final int HEADER = 1;
    private static final int UNUSED_NULL_BITS = 2;

    private final PlannedColumns columns;
    private final RowDecoder columnwise;
    private final WireValues.Reader[] readers;
    private @Nullable ReadableByteBuf buffer;
    private int values;
    private boolean settled;
    private int column;

    BinaryRows(List<ResultColumn> columns) {
        this(columns, columns.stream().map(one -> WireValues.of(one.column())).toList());
    }

    /** @param readers how each column is read from the client's buffer */
    BinaryRows(List<ResultColumn> columns, List<WireValues.Reader> readers) {
        this.columns = PlannedColumns.of(columns);
        columnwise = new ColumnwiseRows(columns);
        this.readers = readers.toArray(WireValues.Reader[]::new);
    }

    @Override
    public void decode(ResultSet row, RowBatch batch) throws SQLException {
        ReadableByteBuf known = buffer;
        if (known != null) {
            decode(known.buf(), batch);
            return;
        }
        if (!settled) {
            find(row);
        }
        try {
            columnwise.decode(row, batch);
        } finally {
            column = columnwise.column();
        }
    }

    @Override
    public int column() {
        return column;
    }

    private void decode(byte[] row, RowBatch batch) {
        int at = HEADER + (values + UNUSED_NULL_BITS + 7) / 8;
        for (column = 0; column < readers.length; column++) {
            int bit = column + UNUSED_NULL_BITS;
            if ((row[HEADER + (bit >>> 3)] >> (bit & 7) & 1) == 1) {
                batch.vector(column).setNull(batch.rows());
            } else {
                at = readers[column].read(row, at, batch, column);
            }
        }
        if (readers.length == values && at != row.length) {
            throw new SluiceException(
                    CommonError.READ_FAILED,
                    "A row of %d bytes ended after %d, so it was not understood".formatted(row.length, at));
        }
    }

    /** The buffer becomes known with the first value that is not NULL. */
    private void find(ResultSet row) throws SQLException {
        if (values == 0) {
            ResultSetMetaData meta = row.getMetaData();
            boolean asPlanned = columns.areOf(meta);
            values = meta.getColumnCount();
            settled = !asPlanned || !RowBufferCodec.known(row);
        }
        for (int index = 1; index <= values && !settled; index++) {
            RowBuffer found = row.getObject(index, RowBuffer.class);
            if (found != null) {
                settled = true;
                buffer = found.binary() ? found.bytes() : null;
            }
        }
    }
}
