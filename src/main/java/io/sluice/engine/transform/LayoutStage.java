package io.sluice.engine.transform;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;

/**
 * Chooses, orders and renames columns without touching their values.
 *
 * @param from for each column that leaves, the one that comes
 */
record LayoutStage(Schema output, int... from) implements Stage {
    @Override
    public RowBatch derive(RowBatch batch) {
        return batch.derive(output, from);
    }

    @Override
    public void run(RowBatch in, RowBatch out, Outcome outcome) {
        out.clear();
        out.endRows(in.rows());
    }
}
