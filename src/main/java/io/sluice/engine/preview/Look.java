package io.sluice.engine.preview;

import io.sluice.spi.TaskContext.Rejected;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;

/** What is done with the rows of a sample; used by one thread. */
interface Look<T> {
    void begin(Schema schema);

    /** @param batch is filled again afterwards; its rows may be changed and removed */
    void take(RowBatch batch) throws InterruptedException;

    /** Is told of a record that cannot be read. */
    default void unreadable(Rejected record) {}

    T end(Extent extent);
}
