package io.sluice.engine.transform;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;

/** One change of a batch, compiled against the columns that reach it. Has no state, so all channels of a run use one. */
interface Stage {
    /** The columns that leave it. */
    Schema output();

    /** A batch of the output that goes with {@code batch} from now on. */
    RowBatch derive(RowBatch batch);

    /**
     * Fills {@code out} with all rows of {@code in}; rows named in the outcome may hold arbitrary values, for they are
     * taken out afterwards.
     */
    void run(RowBatch in, RowBatch out, Outcome outcome);
}
