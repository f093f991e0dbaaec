package io.sluice.engine.transform;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.function.Supplier;

/**
 * Changes the text or bytes of one column.
 *
 * @param nullAsEmpty whether NULL is treated as empty text; otherwise it stays NULL
 */
record TextStage(Schema output, int column, boolean nullAsEmpty, Supplier<TextStep> step) implements Stage {
    @Override
    public RowBatch derive(RowBatch batch) {
        return batch.derive(output, Columns.lentExcept(output.size(), column));
    }

    @Override
    public void run(RowBatch in, RowBatch out, Outcome outcome) {
        out.clear();
        BytesVector from = in.bytes(column);
        BytesVector to = out.bytes(column);
        TextStep own = step.get();
        int rows = in.rows();
        for (int row = 0; row < rows; row++) {
            if (!nullAsEmpty && from.isNull(row)) {
                to.setNull(row);
            } else {
                take(own, from, to, row, outcome);
            }
        }
        out.endRows(rows);
    }

    private void take(TextStep own, BytesVector from, BytesVector to, int row, Outcome outcome) {
        try {
            own.take(from, to, row);
        } catch (RuntimeException e) {
            if (!Outcome.isAboutData(e)) {
                throw e;
            }
            to.setNull(row);
            outcome.unfit(row, column, e);
        }
    }
}
