package io.sluice.connector.postgresql;

import io.sluice.spi.data.RowBatch;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.copy.CopyIn;

/** Rows in text form, for targets with types whose binary form is not known here. */
final class TextForm implements CopyForm {
    private static final int PORTION = 1 << 16;

    private final CopyFields.Field[] fields;
    private final CopyBuffer buffer = new CopyBuffer();

    TextForm(List<CopyFields.Field> fields) {
        this.fields = fields.toArray(CopyFields.Field[]::new);
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public void send(CopyIn copy, RowBatch rows, int from, int to) throws SQLException {
        buffer.clear();
        for (int row = from; row < to; row++) {
            spell(rows, row);
            if (buffer.length() >= PORTION) {
                flush(copy);
            }
        }
        flush(copy);
    }

    private void flush(CopyIn copy) throws SQLException {
        if (buffer.length() > 0) {
            copy.writeToCopy(buffer.bytes(), 0, buffer.length());
            buffer.clear();
        }
    }

    private void spell(RowBatch rows, int row) {
        for (int column = 0; column < fields.length; column++) {
            if (column > 0) {
                buffer.add('\t');
            }
            if (rows.vector(column).isNull(row)) {
                buffer.addNull();
            } else {
                fields[column].spell(rows, column, row, buffer);
            }
        }
        buffer.add('\n');
    }
}
