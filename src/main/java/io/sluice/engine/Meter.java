package io.sluice.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a run's counters into statistics: what was done, how fast, and who waited for whom. */
final class Meter {
    private static final double NANOS = 1e9;

    private final Counters counters;
    private final long startedAt = System.nanoTime();
    private volatile List<BatchRing> rings = List.of();
    private volatile long transferStartedAt;
    private volatile long transferEndedAt;
    private volatile Interval interval = Interval.NONE;
    private volatile long recordsBefore;
    private volatile long bytesBefore;
    private Mark mark = new Mark(startedAt, 0, 0, 0, 0, 0);

    Meter(Counters counters) {
        this.counters = counters;
    }

    private record Mark(long at, long records, long bytes, long readerWaited, long writerWaited, long converted) {}

    private record Interval(double records, double bytes, double readerBusy, double writerBusy, double converting) {
        static final Interval NONE = new Interval(0, 0, 0, 0, 0);
    }

    void transferStarts() {
        recordsBefore = counters.read.sum();
        bytesBefore = counters.bytes.sum();
        transferStartedAt = System.nanoTime();
    }

    /** Called by one thread at a time. */
    void channelStarts(BatchRing ring) {
        List<BatchRing> all = new ArrayList<>(rings);
        all.add(ring);
        rings = List.copyOf(all);
    }

    void transferEnds() {
        transferEndedAt = System.nanoTime();
    }

    /** Closes the current interval. Called by the clock thread only. */
    RunStatistics sample() {
        long now = System.nanoTime();
        Mark next = new Mark(
                now,
                counters.read.sum(),
                counters.bytes.sum(),
                nanos(BatchRing::readerWaits),
                nanos(BatchRing::writerWaits),
                nanos(BatchRing::writerConverts));
        double nanos = Math.max(1, now - mark.at);
        double seconds = nanos / NANOS;
        interval = new Interval(
                (next.records - mark.records) / seconds,
                (next.bytes - mark.bytes) / seconds,
                busy(next.readerWaited - mark.readerWaited, nanos),
                busy(next.writerWaited - mark.writerWaited, nanos),
                share(next.converted - mark.converted, nanos));
        mark = next;
        return now();
    }

    private long nanos(Function<BatchRing, WaitClock> clock) {
        return rings.stream().mapToLong(ring -> clock.apply(ring).nanos()).sum();
    }

    private double busy(long waited, double nanos) {
        return rings.isEmpty() ? 0 : 1 - share(waited, nanos);
    }

    private double share(long spent, double nanos) {
        int channels = rings.size();
        return channels == 0 ? 0 : Math.clamp(spent / (nanos * channels), 0, 1);
    }

    RunStatistics now() {
        return statistics(interval);
    }

    /** The statistics of the whole run; speeds are those of the transfer. */
    RunStatistics last() {
        double seconds = transferSeconds();
        double nanos = seconds * NANOS;
        return statistics(new Interval(
                (counters.read.sum() - recordsBefore) / seconds,
                (counters.bytes.sum() - bytesBefore) / seconds,
                busy(nanos(BatchRing::readerWaits), nanos),
                busy(nanos(BatchRing::writerWaits), nanos),
                share(nanos(BatchRing::writerConverts), nanos)));
    }

    /** Length of the transfer, at least a millisecond. */
    double transferSeconds() {
        long from = transferStartedAt;
        long to = transferEndedAt == 0 ? System.nanoTime() : transferEndedAt;
        return from == 0 ? 0.001 : Math.max(0.001, (to - from) / NANOS);
    }

    private RunStatistics statistics(Interval speed) {
        int total = counters.splitsTotal.get();
        int done = counters.splitsDone.get();
        int failed = counters.splitsFailed.get();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
        Double fraction = total == 0 ? null : (double) done / total;
        return new RunStatistics(
                counters.read.sum(),
                counters.written.sum(),
                counters.dirty.get(),
                counters.filtered.sum(),
                counters.bytes.sum(),
                speed.records,
                speed.bytes,
                elapsed,
                total,
                done,
                Math.max(0, counters.splitsStarted.get() - done - failed),
                failed,
                fraction,
                left(fraction),
                speed.readerBusy,
                speed.writerBusy,
                rings.stream().mapToDouble(BatchRing::fill).average().orElse(0),
                speed.converting,
                rings.stream().mapToLong(BatchRing::queuedBytes).sum(),
                counters.retries.sum());
    }

    private @Nullable Duration left(@Nullable Double fraction) {
        if (fraction == null || fraction == 0 || transferStartedAt == 0) {
            return null;
        }
        double sofar = System.nanoTime() - transferStartedAt;
        return Duration.ofNanos((long) (sofar * (1 - fraction) / fraction));
    }
}
