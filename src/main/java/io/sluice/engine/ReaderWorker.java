package io.sluice.engine;

import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.data.RowBatch;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The reading half of a channel: takes one split after the other and fills the ring. */
final class ReaderWorker<S extends Split> {
    private static final int SPLITS_WORTH_A_LINE = 100;

    private final Pump<S, ?> pump;
    private final RunParts parts;
    private final BatchRing ring;
    private final BooleanSupplier goesOn;
    private final Retries retries;
    private @Nullable Slot unfilled;

    /** @param goesOn asked before each further split whether this channel is still wanted */
    ReaderWorker(Pump<S, ?> pump, BatchRing ring, BooleanSupplier goesOn) {
        this.goesOn = goesOn;
        this.pump = pump;
        this.parts = pump.parts();
        this.ring = ring;
        this.retries = new Retries(parts, Side.READER, new SplittableRandom());
    }

    void run() throws Exception {
        for (SplitProgress<S> split = next(); split != null; split = next()) {
            parts.counters().splitsStarted.incrementAndGet();
            parts.board().started(split.number());
            long began = System.nanoTime();
            try {
                read(split);
            } catch (Exception e) {
                parts.failed(split.number());
                throw e;
            }
            logEnd(split.rest(), System.nanoTime() - began);
        }
        ring.end();
    }

    private @Nullable SplitProgress<S> next() {
        return goesOn.getAsBoolean() ? pump.splits().poll() : null;
    }

    /** Reads a split to its end; after a transient failure from where the last batch ended. */
    private void read(SplitProgress<S> split) throws Exception {
        S rest = split.rest();
        parts.dirty().at(split.number());
        Status status = Status.MORE;
        while (status == Status.MORE) {
            try (SplitReader<S> source = pump.reader().open(rest)) {
                while (status == Status.MORE) {
                    status = fill(source, split);
                    rest = source.remaining();
                }
            } catch (Exception e) {
                if (status == Status.MORE) {
                    retries.pause(e);
                    parts.dirty().repeatReading();
                } else {
                    parts.log().warn("Closing failed: " + parts.failures().message(e));
                }
            }
        }
    }

    /** One batch. A slot whose batch could not be filled stays for the next try. */
    private Status fill(SplitReader<S> source, SplitProgress<S> split) throws Exception {
        Slot slot = unfilled == null ? ring.takeFree() : unfilled;
        unfilled = slot;
        RunLimits began = pass();
        RowBatch rows = slot.empty(pump.shape());
        parts.dirty().beginReading();
        Status status = source.read(rows);
        requireGoingOn();
        int rejected = parts.dirty().endReading();
        slot.filled(split, source.remaining(), status == Status.END, rejected);
        parts.board().read(split.number(), rows.rows() + (long) rejected);
        unfilled = null;
        parts.counters().readBatch(rows.rows(), slot.bytes());
        parts.throttle().take(began, rows.rows() + (long) rejected, slot.bytes());
        ring.put(slot);
        retries.succeeded();
        return status;
    }

    private RunLimits pass() throws InterruptedException {
        ring.readerWaits().begin();
        RunLimits began = parts.throttle().pass();
        ring.readerWaits().end();
        return began;
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
