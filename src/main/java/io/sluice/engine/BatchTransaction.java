package io.sluice.engine;

import io.sluice.spi.Mark;
import io.sluice.spi.Tally;
import io.sluice.spi.TransactionalBatchWriter;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.ErrorCode;

/**
 * Makes one transaction of each batch over one connection: first of the whole batch, and when the target refuses
 * something, once more piece by piece, still in one transaction.
 */
final class BatchTransaction {
    private static final int NONE = -1;

    private final RunParts parts;
    private final TransactionalBatchWriter<?> target;
    private final Isolation isolation;
    private int claimed = NONE;
    private long inTarget;
    private boolean doubtful;

    BatchTransaction(RunParts parts, TransactionalBatchWriter<?> target, Isolation isolation) {
        this.parts = parts;
        this.target = target;
        this.isolation = isolation;
    }

    /**
     * A batch to commit.
     *
     * @param slot what it was read from
     * @param rows what of it is left to write
     * @param dirty records that became dirty on the way from the reader
     */
    record Batch(Slot slot, RowBatch rows, int dirty) {
        /** How far the split is when the batch is committed. @param refused rows the target does not take */
        Mark mark(int refused) {
            Tally read = slot.read();
            Tally all = new Tally(
                    read.read(), rows.rows() - (long) refused, read.dirty() + (long) dirty + refused, read.bytes());
            return slot.split().next(Checkpoints.text(slot.lastOfSplit() ? null : slot.remaining()), all);
        }
    }

    /** Whether the target may have the batch although its last {@link #commit} failed. */
    boolean doubtful() {
        return doubtful;
    }

    /** Returns when the target has the batch: from this call, or from one before whose answer was lost. */
    Mark commit(Batch batch) throws Exception {
        doubtful = false;
        Mark whole = batch.mark(0);
        claim(whole.split());
        parts.checkpoints().sending(whole.split());
        if (inTarget >= whole.batch() || !target.begin(whole)) {
            return batch.mark(isolation.count());
        }
        isolation.clear();
        try {
            target.add(batch.rows(), 0, batch.rows().rows());
            commit(whole, batch);
            return whole;
        } catch (Exception failure) {
            target.rollBack();
            if (parts.failures().code(Side.WRITER, failure).category() != Category.DATA
                    || parts.cancellation().cancelled()) {
                throw failure;
            }
        }
        return commitPieces(batch);
    }

    private Mark commitPieces(Batch batch) throws Exception {
        Mark whole = batch.mark(0);
        if (!target.begin(whole)) {
            return whole;
        }
        try {
            isolation.add(target::tryAdd, batch.rows(), 0, batch.rows().rows());
            Mark exact = batch.mark(isolation.count());
            commit(exact, batch);
            return exact;
        } catch (Exception failure) {
            target.rollBack();
            throw failure;
        }
    }

    private void commit(Mark mark, Batch batch) throws Exception {
        parts.checkpoints().committing();
        try {
            target.commit(mark);
            inTarget = mark.batch();
        } catch (Exception failure) {
            ErrorCode code = parts.failures().code(Side.WRITER, failure);
            doubtful = code.category() != Category.DATA && !code.isConflict();
            if (code.category() == Category.TRANSIENT && !code.isConflict()) {
                parts.log()
                        .warn("The answer to a commit of %d rows is lost: they may be stored or not"
                                .formatted(batch.rows().rows()));
            }
            throw failure;
        }
    }

    private void claim(int split) throws Exception {
        if (claimed != split) {
            inTarget = target.claim(split);
            claimed = split;
        }
    }
}
