package io.sluice.engine.transform;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;

/** Computes one column from the others, row by row. */
record ExpressionStage(Schema output, int column, int[] lent, Expression expression) implements Stage {
    @Override
    public RowBatch derive(RowBatch batch) {
        return batch.derive(output, lent);
    }

    @Override
    public void run(RowBatch in, RowBatch out, Outcome outcome) {
        out.clear();
        int rows = in.rows();
        for (int row = 0; row < rows; row++) {
            try {
                expression.set(in, row, out.vector(column));
            } catch (RuntimeException e) {
                if (!Outcome.isAboutData(e)) {
                    throw e;
                }
                out.vector(column).setNull(row);
                outcome.unfit(row, column < in.schema().size() ? column : -1, e);
            }
        }
        out.endRows(rows);
    }
}
