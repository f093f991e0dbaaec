package io.sluice.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a run's counters into statistics: what was done, how fast, and who waited for whom. */
final class Meter {
    private static final double NANOS = 1e9;

    private final Counters counters;
    private final long startedAt = System.nanoTime();
    private final List<Channel> channels = new CopyOnWriteArrayList<>();
    private volatile long transferStartedAt;
    private volatile long transferEndedAt;
    private volatile Interval interval = Interval.NONE;
    private volatile long recordsBefore;
    private volatile long bytesBefore;
    private Mark mark = new Mark(startedAt, 0, 0, 0, 0, 0);

    Meter(Counters counters) {
        this.counters = counters;
    }

    /** A channel and how long it was at work; one that has ended is neither busy nor waits. */
    private static final class Channel {
        private final BatchRing ring;
        private final long from = System.nanoTime();
        private volatile long until;

        Channel(BatchRing ring) {
            this.ring = ring;
        }

        boolean works() {
            return until == 0;
        }

        long nanosBetween(long start, long end) {
            return Math.max(0, (works() ? end : Math.min(until, end)) - Math.max(from, start));
        }
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

    void channelStarts(BatchRing ring) {
        channels.add(new Channel(ring));
    }

    void channelEnds(BatchRing ring) {
        channels.stream().filter(channel -> channel.ring == ring).forEach(channel -> channel.until = System.nanoTime());
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
        double seconds = Math.max(1, now - mark.at) / NANOS;
        long worked = worked(mark.at, now);
        interval = new Interval(
                (next.records - mark.records) / seconds,
                (next.bytes - mark.bytes) / seconds,
                busy(next.readerWaited - mark.readerWaited, worked),
                busy(next.writerWaited - mark.writerWaited, worked),
                share(next.converted - mark.converted, worked));
        mark = next;
        return now();
    }

    private long nanos(Function<BatchRing, WaitClock> clock) {
        return channels.stream()
                .mapToLong(channel -> clock.apply(channel.ring).nanos())
                .sum();
    }

    /** Nanoseconds of all channels together. */
    private long worked(long start, long end) {
        return channels.stream()
                .mapToLong(channel -> channel.nanosBetween(start, end))
                .sum();
    }

    private static double busy(long waited, long worked) {
        return worked == 0 ? 0 : 1 - share(waited, worked);
    }

    private static double share(long spent, long worked) {
        return worked == 0 ? 0 : Math.clamp((double) spent / worked, 0, 1);
    }

    RunStatistics now() {
        return statistics(interval);
    }

    /** The statistics of the whole run; speeds are those of the transfer. */
    RunStatistics last() {
        double seconds = transferSeconds();
        long worked = worked(startedAt, System.nanoTime());
        return statistics(new Interval(
                (counters.read.sum() - recordsBefore) / seconds,
                (counters.bytes.sum() - bytesBefore) / seconds,
                busy(nanos(BatchRing::readerWaits), worked),
                busy(nanos(BatchRing::writerWaits), worked),
                share(nanos(BatchRing::writerConverts), worked)));
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
                channels.stream()
                        .filter(Channel::works)
                        .mapToDouble(channel -> channel.ring.fill())
                        .average()
                        .orElse(0),
                speed.converting,
                channels.stream()
                        .mapToLong(channel -> channel.ring.queuedBytes())
                        .sum(),
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
