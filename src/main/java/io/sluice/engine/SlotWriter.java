package io.sluice.engine;

import io.sluice.engine.DirtyRecords.Unfit;
import io.sluice.engine.Isolation.Adding;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Mark;
import io.sluice.spi.Receipt;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.TransactionalBatchWriter;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Brings the batches of one channel into the target. Where the target has transactions, each batch is one: it is followed
 * by a checkpoint, and after a transient failure written again out of memory, over a new connection when the old one is
 * lost. Elsewhere the rows the target refuses are isolated, and a failure is final.
 */
final class SlotWriter<K extends Receipt> implements AutoCloseable {
    private final Pump<?, K> pump;
    private final RunParts parts;
    private final int number;
    private final Retries retries;
    private final Isolation isolation;
    private @Nullable BatchWriter<K> current;
    private @Nullable BatchTransaction transaction;

    /** @param number of the channel */
    SlotWriter(Pump<?, K> pump, int number) {
        this.pump = pump;
        this.parts = pump.parts();
        this.number = number;
        this.retries = new Retries(parts, Side.WRITER, new SplittableRandom());
        this.isolation = new Isolation(parts);
    }

    /**
     * Writes a batch.
     *
     * @param slot what it was read from
     * @param rows what of it is left to write, in the target's types
     */
    void write(Slot slot, RowBatch rows) throws Exception {
        isolation.clear();
        BatchWriter<K> target = open();
        int found = parts.dirty().takeFound();
        if (target instanceof TransactionalBatchWriter<K>) {
            writeAsOne(new BatchTransaction.Batch(slot, rows, found));
        } else if (rows.rows() > 0) {
            writePieces(target, rows);
        } else if (found == 0 && slot.read().dirty() == 0) {
            parts.checkpoints().leftOut(slot.split().number());
        }
    }

    /** The writer of the channel; opened at the first call and again after its connection was lost. */
    private BatchWriter<K> open() throws Exception {
        BatchWriter<K> target = current;
        while (target == null) {
            try {
                target = pump.writer().open(number);
            } catch (Exception failure) {
                retries.pause(failure);
            }
        }
        if (current == null && target instanceof TransactionalBatchWriter<K> transactional) {
            transaction = new BatchTransaction(parts, transactional, isolation);
        }
        current = target;
        return target;
    }

    private void writePieces(BatchWriter<K> target, RowBatch rows) throws Exception {
        Adding counted = (all, from, to) -> {
            target.write(all, from, to);
            parts.counters().written.add(to - from);
        };
        isolation.add(counted, rows, 0, rows.rows());
        isolation.report(rows);
        parts.dirty().takeFound();
    }

    private void writeAsOne(BatchTransaction.Batch batch) throws Exception {
        Mark mark = batch.mark(0);
        if (batch.rows().rows() > 0) {
            mark = commit(batch);
        }
        parts.counters().written.add(batch.rows().rows() - isolation.count());
        batch.slot().split().committed(mark);
        parts.checkpoints().committed(mark);
        isolation.report(batch.rows());
        parts.dirty().takeFound();
    }

    private Mark commit(BatchTransaction.Batch batch) throws Exception {
        while (true) {
            try {
                open();
                Mark mark = transaction().commit(batch);
                retries.succeeded();
                return mark;
            } catch (Exception failure) {
                boolean doubtful = transaction != null && transaction.doubtful();
                if (!doubtful) {
                    parts.checkpoints().takenBack(batch.slot().split().number());
                }
                ErrorCode code = retries.pause(failure);
                if (!code.isConflict()) {
                    abandon();
                }
                if (doubtful && !parts.job().settings().recovery().repeatsDoubtful()) {
                    return doubted(batch);
                }
            }
        }
    }

    /** Nobody writes the batch again: whoever reads of its rows has to look into the target. */
    private Mark doubted(BatchTransaction.Batch batch) {
        isolation.refuse(
                batch.rows().rows(),
                new Unfit(
                        -1,
                        EngineError.ARRIVAL_UNKNOWN,
                        "The connection was lost while the row was committed: the target may have it or not"));
        return batch.mark(isolation.count());
    }

    private BatchTransaction transaction() {
        if (transaction == null) {
            throw new IllegalStateException("The writer is not open");
        }
        return transaction;
    }

    /** Closes a writer whose connection is lost; what that says is of no interest. */
    private void abandon() {
        BatchWriter<K> lost = current;
        current = null;
        transaction = null;
        try {
            if (lost != null) {
                lost.close();
            }
        } catch (IOException | RuntimeException gone) {
            parts.log()
                    .write(
                            Level.DEBUG,
                            RunLog.ENGINE,
                            "Closing failed: " + parts.failures().message(gone));
        }
    }

    List<K> flush() throws Exception {
        return open().flush();
    }

    @Override
    public void close() throws IOException {
        BatchWriter<K> target = current;
        current = null;
        if (target != null) {
            target.close();
        }
    }
}
