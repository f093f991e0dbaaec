package io.sluice.connector.postgresql;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.RowBatch;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.copy.CopyIn;

/** Rows in binary form: encoded from vectors, or passed on as another server sent them. */
final class BinaryForm implements CopyForm {
    private final BinaryFields.Field[] fields;
    private final BinaryStream stream = new BinaryStream();

    BinaryForm(List<BinaryFields.Field> fields) {
        this.fields = fields.toArray(BinaryFields.Field[]::new);
    }

    @Override
    public String name() {
        return "binary";
    }

    @Override
    public void send(CopyIn copy, RowBatch rows, int from, int to) throws SQLException {
        stream.begin();
        if (rows.isEncoded()) {
            BytesVector encoded = rows.encodedRows();
            stream.rows(copy, encoded.data(), encoded.start(from), encoded.end(to - 1));
        } else {
            for (int row = from; row < to; row++) {
                encode(rows, row);
                stream.endRow(copy);
            }
        }
        stream.end(copy);
    }

    private void encode(RowBatch rows, int row) {
        stream.row(fields.length);
        for (int column = 0; column < fields.length; column++) {
            if (rows.vector(column).isNull(row)) {
                stream.nothing();
            } else {
                fields[column].encode(rows, column, row, stream);
            }
        }
    }
}
