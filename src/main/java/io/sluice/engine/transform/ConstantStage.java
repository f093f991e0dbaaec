package io.sluice.engine.transform;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Vector;

/**
 * Gives a column the same value in all rows.
 *
 * @param value a batch of one row and one column
 */
record ConstantStage(Schema output, int column, int[] lent, RowBatch value) implements Stage {
    /** A batch that holds a text as a value of a type. @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID when it is none */
    static RowBatch value(String text, LogicalType type, ConversionRules rules) {
        Schema source = Schema.of(new Column("constant", LogicalType.Text.UNBOUNDED));
        RowBatch in = new RowBatch(source, 1, Long.MAX_VALUE);
        in.bytes(0).set(0, Texts.utf8(text));
        in.endRow();
        return converted(in, type, rules);
    }

    /** The one value of a batch in another type. @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID when it does not fit */
    static RowBatch converted(RowBatch in, LogicalType type, ConversionRules rules) {
        Schema source = in.schema();
        CastStage cast = CastStage.of(source, Columns.withType(source, 0, type), rules);
        RowBatch out = cast.derive(in);
        Outcome outcome = new Outcome();
        cast.run(in, out, outcome);
        if (!outcome.rejects().all().isEmpty()) {
            throw Columns.invalid("'" + in.display(0, 0) + "' is no constant of this type: "
                    + outcome.rejects().all().getFirst().message());
        }
        return out;
    }

    @Override
    public RowBatch derive(RowBatch batch) {
        return batch.derive(output, lent);
    }

    @Override
    public void run(RowBatch in, RowBatch out, Outcome outcome) {
        out.clear();
        fill(out.vector(column), in.rows());
        out.endRows(in.rows());
    }

    private void fill(Vector vector, int rows) {
        switch (vector) {
            case BytesVector bytes -> bytes.fill(0, rows, value.bytes(0).bytes(0, 0));
            case LongVector longs -> {
                java.util.Arrays.fill(longs.values(), 0, rows, value.longs(0).get(0));
                longs.setValid(0, rows);
            }
            case BoolVector bools -> {
                for (int row = 0; row < rows; row++) {
                    bools.set(row, value.bools(0).get(0));
                }
            }
            case DoubleVector doubles -> {
                for (int row = 0; row < rows; row++) {
                    doubles.set(row, value.doubles(0).get(0));
                }
            }
            case DecimalVector decimals -> {
                String plain = value.decimals(0).plain(0);
                for (int row = 0; row < rows; row++) {
                    decimals.setText(row, plain);
                }
            }
        }
    }
}
