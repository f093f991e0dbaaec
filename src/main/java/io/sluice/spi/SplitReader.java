package io.sluice.spi;

import io.sluice.spi.data.RowBatch;
import java.io.IOException;

/** Reads one split; used by one thread. */
public interface SplitReader<S extends Split> extends AutoCloseable {
    /**
     * Adds rows to {@code batch} until it is full, the split ends, or waiting for more would hold back rows that are
     * there; it may also end where going on is cheap. A row that cannot be read is handed to {@link TaskContext#reject} and skipped.
     *
     * @param batch empty, with the schema of {@link Reader#discover}
     * @return {@link Status#END} when no row will follow those added by this call
     */
    Status read(RowBatch batch) throws Exception;

    /** What has not been returned by {@link #read} yet; opening it continues exactly there. */
    S remaining();

    @Override
    void close() throws IOException;
}
