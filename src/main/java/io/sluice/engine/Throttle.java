package io.sluice.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Keeps a whole run at its speed. A bucket for records and one for bytes fill at their rate and hold at most a tenth
 * of a second; who takes more than there is leaves a debt that the next one waits for, so that batches of any size
 * come out right on average.
 */
final class Throttle {
    private static final double BURST_SECONDS = 0.1;
    private static final double NANOS = 1e9;
    private static final int BATCHES_PER_SECOND = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LongSupplier nanoTime;
    private volatile RunLimits limits;
    private double records;
    private double bytes;
    private long filledAt;

    Throttle(RunLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.filledAt = nanoTime.getAsLong();
    }

    void limit(RunLimits other) {
        lock.lock();
        try {
            fill();
            limits = other;
            records = Math.min(0, records);
            bytes = Math.min(0, bytes);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the run may go on, then takes what was read. */
    void take(int rows, long volume) throws InterruptedException {
        if (limits.unlimited()) {
            return;
        }
        lock.lockInterruptibly();
        try {
            for (long wait = waitNanos(); wait > 0; wait = waitNanos()) {
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
            records -= rows;
            bytes -= volume;
        } finally {
            lock.unlock();
        }
    }

    /** How long to wait now; callers other than {@link #take} get an estimate. */
    long waitNanos() {
        fill();
        RunLimits now = limits;
        double seconds = 0;
        if (now.recordsPerSecond() > 0) {
            seconds = Math.max(seconds, -records / now.recordsPerSecond());
        }
        if (now.bytesPerSecond() > 0) {
            seconds = Math.max(seconds, -bytes / now.bytesPerSecond());
        }
        return (long) Math.ceil(seconds * NANOS);
    }

    private void fill() {
        long now = nanoTime.getAsLong();
        double seconds = (now - filledAt) / NANOS;
        filledAt = now;
        records = filled(records, limits.recordsPerSecond(), seconds);
        bytes = filled(bytes, limits.bytesPerSecond(), seconds);
    }

    /** A limit that is not set leaves no debt behind. */
    private static double filled(double level, long rate, double seconds) {
        return rate == 0 ? 0 : Math.min(rate * BURST_SECONDS, level + rate * seconds);
    }

    /** Rows of a batch that keep the flow even: at most what passes in a twentieth of a second. */
    int batchRows(int wanted, int bytesPerRow) {
        RunLimits now = limits;
        long rows = wanted;
        if (now.recordsPerSecond() > 0) {
            rows = Math.min(rows, now.recordsPerSecond() / BATCHES_PER_SECOND);
        }
        if (now.bytesPerSecond() > 0) {
            rows = Math.min(rows, now.bytesPerSecond() / BATCHES_PER_SECOND / Math.max(1, bytesPerRow));
        }
        return (int) Math.max(1, rows);
    }

    long batchBytes(long wanted) {
        long rate = limits.bytesPerSecond();
        return rate == 0 ? wanted : Math.max(1, Math.min(wanted, rate / BATCHES_PER_SECOND));
    }
}
