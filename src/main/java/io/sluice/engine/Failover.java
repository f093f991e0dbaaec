package io.sluice.engine;

import io.sluice.engine.verify.VerifyResult;
import io.sluice.spi.error.Category;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A run that is resumed once by itself when it fails for a transient reason; for its listener it is one run. */
final class Failover implements RunHandle, RunListener {
    private final Function<RunListener, RunHandle> attempts;
    private final RunListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private RunHandle current;
    private boolean last;
    private @Nullable RunLimits limits;
    private int channels;

    /** @param attempts starts an attempt that reports to a listener */
    Failover(Function<RunListener, RunHandle> attempts, RunListener listener) {
        this.attempts = attempts;
        this.listener = listener;
        lock.lock();
        try {
            current = attempts.apply(this);
        } finally {
            lock.unlock();
        }
    }

    private RunHandle current() {
        lock.lock();
        try {
            return current;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended(RunResult result) {
        if (!resumed(result)) {
            listener.ended(result);
        }
    }

    private boolean resumed(RunResult result) {
        Failure failure = result.failure();
        boolean transientFailure = failure != null && failure.code().category() == Category.TRANSIENT;
        lock.lock();
        try {
            if (last || !transientFailure) {
                return false;
            }
            last = true;
            current = attempts.apply(this);
            if (limits != null) {
                current.limit(limits);
            }
            if (channels > 0) {
                current.concurrency(channels);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private RunHandle currentAtLast() {
        lock.lock();
        try {
            last = true;
            return current;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        currentAtLast().stop();
    }

    @Override
    public void suspend() {
        currentAtLast().suspend();
    }

    @Override
    public RunResult await() throws InterruptedException {
        RunHandle awaited = current();
        RunResult result = awaited.await();
        while (awaited != current()) {
            awaited = current();
            result = awaited.await();
        }
        return result;
    }

    @Override
    public RunStatistics statistics() {
        return current().statistics();
    }

    @Override
    public List<SplitState> splits() {
        return current().splits();
    }

    @Override
    public void concurrency(int wanted) {
        lock.lock();
        try {
            channels = wanted;
            current.concurrency(wanted);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void limit(RunLimits wanted) {
        lock.lock();
        try {
            limits = wanted;
            current.limit(wanted);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void log(LogEvent event) {
        listener.log(event);
    }

    @Override
    public void statistics(RunStatistics now) {
        listener.statistics(now);
    }

    @Override
    public long dirtyRecordsWanted() {
        return listener.dirtyRecordsWanted();
    }

    @Override
    public void verified(VerifyResult result) {
        listener.verified(result);
    }

    @Override
    public void dryChecked(DryCheck check) {
        listener.dryChecked(check);
    }

    @Override
    public void dirty(DirtyRecord record) {
        listener.dirty(record);
    }
}
