package io.sluice.engine;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.engine.DirtyRecords.Unfit;
import io.sluice.engine.convert.Rejects;
import io.sluice.engine.transform.Pipeline;
import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Receipt;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.ErrorCode;

/** The writing half of a channel: converts what the ring brings and writes it, isolating what the target refuses. */
final class WriterWorker<K extends Receipt> implements Pipeline.Losses {
    private final Pump<?, K> pump;
    private final RunParts parts;
    private final BatchRing ring;
    private final int number;
    private final Rejects rejects = new Rejects();

    WriterWorker(Pump<?, K> pump, BatchRing ring, int number) {
        this.pump = pump;
        this.parts = pump.parts();
        this.ring = ring;
        this.number = number;
    }

    void run() throws Exception {
        try (BatchWriter<K> target = pump.writer().open(number)) {
            for (Slot slot = ring.takeFilled(); !slot.endOfChannel(); slot = ring.takeFilled()) {
                RowBatch rows = convert(slot);
                write(target, rows);
                if (slot.lastOfSplit()) {
                    parts.counters().splitsDone.incrementAndGet();
                }
                ring.recycle(slot);
            }
            pump.receipts().addAll(target.flush());
        }
    }

    /** The rows in the target's types; rows that do not fit are counted as dirty and gone. */
    private RowBatch convert(Slot slot) {
        if (slot.batch().isEncoded()) {
            return slot.batch();
        }
        Pipeline pipeline = pump.between().pipeline();
        RowBatch source =
                pipeline.isEmpty() ? slot.batch() : slot.transformed(pipeline).apply(this);
        RowBatch target = slot.converted();
        if (target == null) {
            target = pump.between().conversion().target(source);
            slot.converted(target);
        }
        rejects.clear();
        pump.between().conversion().apply(source, target, rejects);
        for (Rejects.Reject reject : rejects.all()) {
            Unfit why = new Unfit(reject.column(), reject.code(), reject.message());
            parts.dirty().found(Stage.CONVERSION, source, reject.row(), why);
        }
        target.remove(rejects.rows());
        return target;
    }

    @Override
    public void unfit(TransformStep step, RowBatch rows, Rejects.Reject why) {
        String message = "step '" + step.name() + "': " + why.message();
        parts.dirty().found(Stage.TRANSFORM, rows, why.row(), new Unfit(why.column(), why.code(), message));
    }

    @Override
    public void filtered(int count) {
        parts.counters().filtered.add(count);
    }

    private void write(BatchWriter<K> target, RowBatch rows) throws Exception {
        if (rows.rows() > 0) {
            write(target, rows, 0, rows.rows());
        }
    }

    /** Halves the range until the rows the target refuses are alone. */
    private void write(BatchWriter<K> target, RowBatch rows, int from, int to) throws Exception {
        if (parts.cancellation().cancelled()) {
            throw new InterruptedException("The run was ended");
        }
        try {
            target.write(rows, from, to);
            parts.counters().written.add(to - from);
        } catch (Exception e) {
            ErrorCode code = parts.failures().code(Side.WRITER, e);
            if (code.category() != Category.DATA) {
                throw e;
            }
            if (to - from == 1) {
                Unfit why = new Unfit(-1, code, parts.failures().message(e));
                parts.dirty().found(Stage.WRITER, rows, from, why);
            } else {
                int middle = (from + to) >>> 1;
                write(target, rows, from, middle);
                write(target, rows, middle, to);
            }
        }
    }
}
