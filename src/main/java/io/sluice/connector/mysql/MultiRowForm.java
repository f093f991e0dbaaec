package io.sluice.connector.mysql;

import io.sluice.spi.data.RowBatch;
import java.util.List;

/** INSERT statements of several rows, prepared in some sizes; every server of the family takes them. */
final class MultiRowForm implements PacketForm {
    private static final int COMMAND = 0x17;

    private final RowSpelling spelling;
    private final List<Sized> statements;
    private final int most;

    /** @param id the server's number of a statement that takes so many rows */
    record Sized(int rows, int id) {}

    /** @param statements largest first, the last for one row @param most bytes the server takes */
    MultiRowForm(RowSpelling spelling, List<Sized> statements, int most) {
        this.spelling = spelling;
        this.statements = List.copyOf(statements);
        this.most = most;
    }

    @Override
    public int fill(RowBatch rows, int from, int to, Payload into) {
        for (Sized statement : statements) {
            if (statement.rows() <= to - from) {
                spell(rows, from, statement, into);
                if (into.length() <= most) {
                    return from + statement.rows();
                }
            }
        }
        throw BulkForm.tooLarge(into.length(), most);
    }

    private void spell(RowBatch rows, int from, Sized statement, Payload into) {
        into.clear();
        into.int8(COMMAND);
        into.int32(statement.id());
        into.int8(0);
        into.int32(1);
        int nulls = into.zeros((statement.rows() * spelling.columns() + 7) >>> 3);
        into.int8(1);
        for (int row = 0; row < statement.rows(); row++) {
            spelling.types(into);
        }
        int parameter = 0;
        for (int row = from; row < from + statement.rows() && into.length() <= most; row++) {
            for (int column = 0; column < spelling.columns(); column++) {
                if (spelling.isNull(rows, column, row)) {
                    into.setBit(nulls, parameter);
                } else {
                    spelling.value(rows, column, row, into);
                }
                parameter++;
            }
        }
    }
}
