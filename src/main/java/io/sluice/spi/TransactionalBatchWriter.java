package io.sluice.spi;

import io.sluice.spi.data.RowBatch;

/**
 * A batch writer that has transactions: what {@link #commit} returned for stays, and what came before it vanishes with
 * the connection. The engine therefore keeps a checkpoint after each commit and tries a batch again, with a newly
 * opened writer, after a transient failure.
 */
public interface TransactionalBatchWriter<K extends Receipt> extends BatchWriter<K> {
    /**
     * Takes a split over from attempts and writers before, where progress is kept in the target.
     *
     * @return the number of the last batch the target has of this split; 0 when it has none or keeps no progress
     * @throws io.sluice.spi.error.SluiceException FENCED when a later attempt has taken the load over
     */
    long claim(int split) throws Exception;

    /**
     * Begins the transaction of a batch; where progress is kept in the target, {@code mark} becomes part of it.
     *
     * @param mark how far the split is when all rows are stored
     * @return false when the target has the batch already; no transaction is open then
     * @throws io.sluice.spi.error.SluiceException FENCED
     */
    boolean begin(Mark mark) throws Exception;

    /** Adds rows to the open transaction. After any failure it can only be rolled back. */
    void add(RowBatch rows, int from, int to) throws Exception;

    /** As {@link #add}, but a failure that is classified as DATA leaves the transaction as it was before the call. */
    void tryAdd(RowBatch rows, int from, int to) throws Exception;

    /** Has everything checked that the target would check at the commit of the open transaction. */
    default void check() throws Exception {}

    /**
     * Commits. When this fails, it may still have succeeded on the server.
     *
     * @param mark as given to {@link #begin}, or with another tally when rows were left out
     */
    void commit(Mark mark) throws Exception;

    /** Ends the open transaction without a trace; never throws, a connection that is gone did it itself. */
    void rollBack();
}
