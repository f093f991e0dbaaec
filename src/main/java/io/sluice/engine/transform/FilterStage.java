package io.sluice.engine.transform;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.function.Function;

/**
 * Leaves out rows.
 *
 * @param column the one that is looked at, or -1
 * @param drop whether rows that meet the condition are left out; otherwise the others
 * @param condition makes the test of one batch
 */
record FilterStage(Schema output, int column, boolean drop, Function<RowBatch, RowTest> condition) implements Stage {
    @Override
    public RowBatch derive(RowBatch batch) {
        return batch.derive(output, Columns.lentExcept(output.size(), -1));
    }

    @Override
    public void run(RowBatch in, RowBatch out, Outcome outcome) {
        out.clear();
        RowTest test = condition.apply(in);
        int rows = in.rows();
        for (int row = 0; row < rows; row++) {
            try {
                if (test.meets(in, row) == drop) {
                    outcome.filter(row);
                }
            } catch (RuntimeException e) {
                if (!Outcome.isAboutData(e)) {
                    throw e;
                }
                outcome.unfit(row, column, e);
            }
        }
        out.endRows(rows);
    }
}
