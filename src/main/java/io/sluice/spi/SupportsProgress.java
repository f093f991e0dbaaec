package io.sluice.spi;

import java.util.List;

/** A writer that can keep progress in the target, in the transaction of each batch. */
public interface SupportsProgress {
    /**
     * What the target has of this load, at most one mark for each split; empty when it keeps no progress. Locks earlier
     * attempts out: they can commit no further batch. Called after {@link Writer#prepare}, before any batch writer is
     * opened, when the load goes on.
     */
    List<Mark> takeOver() throws Exception;
}
