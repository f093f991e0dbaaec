package io.sluice.spi;

import io.sluice.spi.data.RowBatch;
import java.io.IOException;
import java.util.List;

/** Writes the batches of one channel; used by one thread. */
public interface BatchWriter<K extends Receipt> extends AutoCloseable {
    /**
     * Writes the rows {@code from} (inclusive) to {@code to} (exclusive): all of them or, when it throws, none. When the
     * exception is classified as DATA the engine halves the range and tries again until the bad rows are alone.
     *
     * @param rows with the schema answered by {@link Writer#prepare}; not to be kept
     */
    void write(RowBatch rows, int from, int to) throws Exception;

    /** Makes everything written so far durable and hands out the receipts of it. */
    List<K> flush() throws Exception;

    @Override
    void close() throws IOException;
}
