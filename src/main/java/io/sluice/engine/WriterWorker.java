package io.sluice.engine;

import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.engine.DirtyRecords.Unfit;
import io.sluice.engine.convert.Rejects;
import io.sluice.spi.Receipt;
import io.sluice.spi.data.RowBatch;

/** The writing half of a channel: converts what the ring brings and has it written. */
final class WriterWorker<K extends Receipt> {
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
                RowBatch rows = convert(slot);
                target.write(slot, rows);
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
        RowBatch source = slot.batch();
        RowBatch target = slot.converted();
        if (target == null) {
            target = pump.conversion().target(source);
            slot.converted(target);
        }
        rejects.clear();
        pump.conversion().apply(source, target, rejects);
        for (Rejects.Reject reject : rejects.all()) {
            Unfit why = new Unfit(reject.column(), reject.code(), reject.message());
            parts.dirty().found(Stage.CONVERSION, source, reject.row(), why);
        }
        target.remove(rejects.rows());
        return target;
    }
}
