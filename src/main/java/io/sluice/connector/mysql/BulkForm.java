package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;

/** MariaDB's COM_STMT_BULK_EXECUTE: one statement of one row, and any number of rows behind it. */
final class BulkForm implements PacketForm {
    private static final int COMMAND = 0xfa;
    private static final int WITH_TYPES = 128;
    private static final int VALUE = 0;
    private static final int NULL = 1;

    private final RowSpelling spelling;
    private final int statement;
    private final int enough;
    private final int most;

    /**
     * @param statement the server's number of the prepared statement
     * @param enough bytes at which a packet is sent
     * @param most bytes the server takes
     */
    BulkForm(RowSpelling spelling, int statement, int enough, int most) {
        this.spelling = spelling;
        this.statement = statement;
        this.enough = enough;
        this.most = most;
    }

    @Override
    public int fill(RowBatch rows, int from, int to, Payload into) {
        into.clear();
        into.int8(COMMAND);
        into.int32(statement);
        into.int16(WITH_TYPES);
        spelling.types(into);
        int row = from;
        while (row < to && into.length() < enough) {
            int before = into.length();
            spell(rows, row, into);
            if (into.length() > most) {
                if (row == from) {
                    throw tooLarge(into.length(), most);
                }
                into.cut(before);
                return row;
            }
            row++;
        }
        return row;
    }

    private void spell(RowBatch rows, int row, Payload into) {
        for (int column = 0; column < spelling.columns(); column++) {
            if (spelling.isNull(rows, column, row)) {
                into.int8(NULL);
            } else {
                into.int8(VALUE);
                spelling.value(rows, column, row, into);
            }
        }
    }

    static SluiceException tooLarge(int bytes, int most) {
        return new SluiceException(
                JdbcError.ROW_TOO_LARGE,
                "A row of %d bytes is larger than the %d the server takes".formatted(bytes, most));
    }
}
