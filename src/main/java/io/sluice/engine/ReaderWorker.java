package io.sluice.engine;

import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.data.RowBatch;
import java.util.concurrent.TimeUnit;

/** The reading half of a channel: takes one split after the other and fills the ring. */
final class ReaderWorker<S extends Split> {
    private static final int SPLITS_WORTH_A_LINE = 100;

    private final Pump<S, ?> pump;
    private final RunParts parts;
    private final BatchRing ring;

    ReaderWorker(Pump<S, ?> pump, BatchRing ring) {
        this.pump = pump;
        this.parts = pump.parts();
        this.ring = ring;
    }

    void run() throws Exception {
        for (S split = pump.splits().poll();
                split != null;
                split = pump.splits().poll()) {
            parts.counters().splitsStarted.incrementAndGet();
            long began = System.nanoTime();
            try {
                read(split);
            } catch (Exception e) {
                parts.counters().splitsFailed.incrementAndGet();
                throw e;
            }
            logEnd(split, System.nanoTime() - began);
        }
        ring.end();
    }

    private void read(S split) throws Exception {
        try (SplitReader<S> source = pump.reader().open(split)) {
            Status status = Status.MORE;
            while (status == Status.MORE) {
                Slot slot = ring.takeFree();
                RowBatch rows = slot.empty(pump.shape());
                status = source.read(rows);
                requireGoingOn();
                pay(rows);
                slot.filled(source.remaining(), status == Status.END);
                ring.put(slot);
            }
        }
    }

    private void pay(RowBatch rows) throws InterruptedException {
        long volume = rows.bytes();
        parts.counters().readBatch(rows.rows(), volume);
        ring.readerWaits().begin();
        parts.throttle().take(rows.rows(), volume);
        ring.readerWaits().end();
    }

    private void requireGoingOn() throws InterruptedException {
        if (parts.cancellation().cancelled()) {
            throw new InterruptedException("The run was ended");
        }
    }

    private void logEnd(S split, long nanos) {
        boolean few = parts.counters().splitsTotal.get() <= SPLITS_WORTH_A_LINE;
        parts.log()
                .write(
                        few ? Level.INFO : Level.DEBUG,
                        RunLog.ENGINE,
                        "Read " + split.describe() + " in " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
    }
}
