package io.sluice.engine;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.engine.DirtyRecords.Place;
import io.sluice.engine.DirtyRecords.Unfit;
import io.sluice.engine.convert.Rejects;
import io.sluice.engine.transform.Pipeline;
import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.Receipt;
import io.sluice.spi.data.RowBatch;
import java.util.BitSet;

/** The writing half of a channel: converts what the ring brings and has it written. */
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
        try (SlotWriter<K> target = new SlotWriter<>(pump, number)) {
            for (Slot slot = ring.takeFilled(); !slot.endOfChannel(); slot = ring.takeFilled()) {
                parts.dirty().at(slot.split().number());
                write(target, slot);
                if (slot.lastOfSplit()) {
                    parts.counters().splitsDone.incrementAndGet();
                    parts.board().done(slot.split().number());
                }
                ring.recycle(slot);
            }
            pump.receipts().addAll(target.flush());
        }
    }

    private void write(SlotWriter<K> target, Slot slot) throws Exception {
        try {
            ring.writerConverts().begin();
            RowBatch rows = convert(slot);
            ring.writerConverts().end();
            target.write(slot, rows);
        } catch (Exception failure) {
            parts.failed(slot.split().number());
            throw failure;
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
        for (Rejects.Change change : rejects.changes()) {
            String column = target.schema().column(change.column()).name();
            parts.changed().add(column, change.choice(), rejects.kept(change));
        }
        for (Rejects.Reject reject : rejects.all()) {
            Unfit why = new Unfit(reject.column(), reject.code(), reject.message());
            parts.dirty().found(new Place(Stage.CONVERSION, 0), source, reject.row(), why);
        }
        target.remove(rejects.rows());
        return target;
    }

    @Override
    public void unfit(int stage, TransformStep step, RowBatch rows, Rejects.Reject why) {
        String message = "step '" + step.name() + "': " + why.message();
        parts.dirty()
                .found(
                        new Place(Stage.TRANSFORM, stage),
                        rows,
                        why.row(),
                        new Unfit(why.column(), why.code(), message));
    }

    @Override
    public void filtered(TransformStep step, BitSet rows) {
        parts.counters().filtered.add(rows.cardinality());
    }
}
