package io.sluice.spi;

import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.util.List;

/**
 * Writes one target. Order of calls: {@link #prepare}; {@link #open} for each channel and their work; then either
 * {@link #commit} and {@link #finish}, or {@link #abort}; {@link #close} always.
 */
public interface Writer<K extends Receipt> extends AutoCloseable {
    /**
     * Checks the target, runs the statements that come before the load, and answers what it wants to be given: one
     * column for each column of {@code source}, by position. The engine converts every value from the source's to the
     * answered type, exactly or not at all. An attempt that goes on ({@link TaskContext#attempt}) finds the target as an
     * attempt before left it, and must not undo what that one loaded.
     *
     * @throws io.sluice.spi.error.SluiceException COLUMN_COUNT when the numbers of columns differ
     */
    Schema prepare(Schema source) throws Exception;

    /** The size of batches that suits this writer; the engine never gives larger ones. Asked after {@link #prepare}. */
    BatchSize batchSize();

    /** Opens the worker of one channel, numbered from 0; the caller closes it. */
    BatchWriter<K> open(int worker) throws Exception;

    /** Publishes what all workers wrote. Idempotent: after a crash it is called again with the same receipts. */
    void commit(List<K> receipts) throws Exception;

    /** Removes what can be removed after a failure or a stop. */
    void abort(List<K> receipts) throws Exception;

    /**
     * Ends an attempt that failed but that another may continue: removes what that one does not need and leaves the
     * rest. Called instead of {@link #abort}.
     *
     * @param receipts those so far
     * @param loaded whether everything is loaded; the next attempt then begins with {@link #commit} of these receipts
     */
    default void suspend(List<K> receipts, boolean loaded) throws Exception {
        abort(receipts);
    }

    /** Runs the statements that come after a successful load. */
    void finish() throws Exception;

    @Override
    void close() throws IOException;

    /** @param rows at least 1 @param bytes of text and binary values, at least 1 */
    record BatchSize(int rows, long bytes) {
        public static final BatchSize DEFAULT = new BatchSize(1024, 4L << 20);
    }
}
