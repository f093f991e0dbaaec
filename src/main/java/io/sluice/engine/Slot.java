package io.sluice.engine;

import io.sluice.engine.transform.Pipeline;
import io.sluice.spi.Split;
import io.sluice.spi.data.RowBatch;
import org.jspecify.annotations.Nullable;

/** One place of a ring: a batch that is used again and again, and what belongs to its current rows. */
final class Slot {
    private @Nullable RowBatch batch;
    private Pipeline.@Nullable Rows transformed;
    private @Nullable RowBatch converted;
    private @Nullable Split remaining;
    private boolean lastOfSplit;
    private boolean endOfChannel;

    /** The batch, empty; a new one when there is none yet, its size does not fit any more, or it grew too large. */
    RowBatch empty(BatchShape shape) {
        RowBatch current = batch;
        if (current == null || !shape.fits(current)) {
            current = shape.create();
            batch = current;
            transformed = null;
            converted = null;
        } else {
            current.clear();
        }
        return current;
    }

    RowBatch batch() {
        if (batch == null) {
            throw new IllegalStateException("The slot holds no batch yet");
        }
        return batch;
    }

    /** The batches that the steps between reader and writer make of this batch; made when they are asked for first. */
    Pipeline.Rows transformed(Pipeline pipeline) {
        Pipeline.Rows rows = transformed;
        if (rows == null) {
            rows = pipeline.rows(batch());
            transformed = rows;
        }
        return rows;
    }

    @Nullable
    RowBatch converted() {
        return converted;
    }

    void converted(RowBatch rows) {
        converted = rows;
    }

    /** What of the split is left after the rows of this slot: where a new attempt would go on. */
    @Nullable
    Split remaining() {
        return remaining;
    }

    boolean lastOfSplit() {
        return lastOfSplit;
    }

    boolean endOfChannel() {
        return endOfChannel;
    }

    void filled(Split rest, boolean last) {
        remaining = rest;
        lastOfSplit = last;
    }

    void endChannel() {
        endOfChannel = true;
    }
}
