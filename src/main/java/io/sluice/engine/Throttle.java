package io.sluice.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Keeps a whole run at its speed. What was read is paid for in time, records and bytes each at their rate; at most a
 * tenth of a second is saved up. Who takes more than there is leaves a debt that the next one waits for before it reads,
 * so that batches of any size come out right on average, and nobody has rows in hand when the speed is changed but who
 * is reading them.
 */
final class Throttle {
    private static final double BURST_SECONDS = 0.1;
    private static final double NANOS = 1e9;
    private static final int BATCHES_PER_SECOND = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LongSupplier nanoTime;
    private volatile RunLimits limits;
    private double recordSeconds;
    private double byteSeconds;
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
            recordSeconds = carried(recordSeconds, limits.recordsPerSecond(), other.recordsPerSecond());
            byteSeconds = carried(byteSeconds, limits.bytesPerSecond(), other.bytesPerSecond());
            limits = other;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A debt is paid at the new rate when that is higher; what was let through before takes never longer than then. */
    private static double carried(double seconds, long before, long now) {
        return before == 0 || now == 0 ? 0 : Math.min(0, seconds) * Math.min(1, (double) before / now);
    }

    /**
     * Waits until the run may read on.
     *
     * @return the limits at that moment, for {@link #take}
     */
    RunLimits pass() throws InterruptedException {
        if (limits.unlimited()) {
            return RunLimits.NONE;
        }
        lock.lockInterruptibly();
        try {
            for (long wait = waitNanos(); wait > 0; wait = waitNanos()) {
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
            advance(limits, -1.0 / BATCHES_PER_SECOND);
            return limits;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what was read.
     *
     * @param began the limits when its reading began: what is read at a higher speed before a change counts as such
     */
    void take(RunLimits began, long rows, long volume) {
        if (limits.unlimited()) {
            return;
        }
        lock.lock();
        try {
            fill();
            advance(began, 1.0 / BATCHES_PER_SECOND);
            recordSeconds -= seconds(rows, began.recordsPerSecond(), limits.recordsPerSecond());
            byteSeconds -= seconds(volume, began.bytesPerSecond(), limits.bytesPerSecond());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What one batch is taken for while it is read, so that the channels do not all begin one at the same moment. */
    private void advance(RunLimits began, double seconds) {
        recordSeconds += began.recordsPerSecond() > 0 ? seconds : 0;
        byteSeconds += began.bytesPerSecond() > 0 ? seconds : 0;
    }

    private static double seconds(long amount, long began, long now) {
        return began == 0 || now == 0 ? 0 : (double) amount / Math.max(began, now);
    }

    /** How long to wait now; callers other than {@link #pass} get an estimate. */
    long waitNanos() {
        fill();
        return (long) Math.ceil(Math.max(0, -Math.min(recordSeconds, byteSeconds)) * NANOS);
    }

    private void fill() {
        long now = nanoTime.getAsLong();
        double seconds = (now - filledAt) / NANOS;
        filledAt = now;
        recordSeconds = Math.min(BURST_SECONDS, recordSeconds + seconds);
        byteSeconds = Math.min(BURST_SECONDS, byteSeconds + seconds);
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
