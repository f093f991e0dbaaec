package io.sluice.engine.transform;

import io.sluice.spi.data.RowBatch;

/** Looks at one row. */
@FunctionalInterface
interface RowTest {
    /** @throws io.sluice.spi.error.SluiceException of category DATA when it cannot say */
    boolean meets(RowBatch rows, int row);
}
