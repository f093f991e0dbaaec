package io.sluice.engine;

import io.sluice.engine.transform.Pipeline;
import io.sluice.spi.Split;
import io.sluice.spi.Tally;
import io.sluice.spi.data.RowBatch;
import org.jspecify.annotations.Nullable;

/** One place of a ring: a batch that is used again and again, and what belongs to its current rows. */
final class Slot {
    private @Nullable RowBatch batch;
    private Pipeline.@Nullable Rows transformed;
    private @Nullable RowBatch converted;
    private @Nullable SplitProgress<?> split;
    private @Nullable Split remaining;
    private int rejected;
    private long bytes;
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

    /** The split of the rows. */
    SplitProgress<?> split() {
        if (split == null) {
            throw new IllegalStateException("The slot is empty");
        }
        return split;
    }

    /** What the reader did to fill the slot; only the writer knows what becomes of the rows. */
    Tally read() {
        return new Tally(batch().rows() + (long) rejected, 0, rejected, bytes);
    }

    /** Volume of the rows as they were read. */
    long bytes() {
        return bytes;
    }

    boolean lastOfSplit() {
        return lastOfSplit;
    }

    boolean endOfChannel() {
        return endOfChannel;
    }

    /** @param rejectedRows records that could not be read on the way */
    void filled(SplitProgress<?> progress, Split rest, boolean last, int rejectedRows) {
        split = progress;
        remaining = rest;
        lastOfSplit = last;
        rejected = rejectedRows;
        bytes = batch().bytes();
    }

    void endChannel() {
        endOfChannel = true;
    }
}
