package io.sluice.run;

import io.sluice.engine.Failure;
import io.sluice.engine.Job;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunLimits;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import io.sluice.engine.Verified;
import io.sluice.engine.Verifier;
import io.sluice.engine.verify.VerifyResult;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A comparison of source and target as a run: it ends well when both are equal. It has no speed to be changed. */
final class VerifyRun implements RunHandle {
    private final Verifier verifier;
    private final long startedAt = System.nanoTime();
    private volatile boolean stopped;

    VerifyRun(Job job, RunListener listener, Clock clock) {
        verifier = new Verifier(job, listener, clock);
    }

    @Override
    public void stop() {
        stopped = true;
        verifier.stop();
    }

    @Override
    public void suspend() {
        stop();
    }

    @Override
    public RunResult await() throws InterruptedException {
        Verified verified = verified();
        VerifyResult result = verified.result();
        Failure failure = stopped ? null : verified.failure();
        if (failure != null) {
            return new RunResult(Outcome.FAILED, statistics(), failure);
        }
        if (result == null || stopped) {
            return new RunResult(Outcome.CANCELLED, statistics(), null);
        }
        RunStatistics compared = compared(result.sourceRows());
        return result.equal()
                ? new RunResult(Outcome.SUCCEEDED, compared, null)
                : new RunResult(Outcome.FAILED, compared, Verifier.difference(result));
    }

    /** Works on a thread of its own: rows without a pause would keep a virtual thread's carrier, and the screens wait for that. */
    private Verified verified() throws InterruptedException {
        FutureTask<Verified> comparison = new FutureTask<>(verifier::verify);
        Thread.ofPlatform().daemon().name("sluice-comparison").start(comparison);
        try {
            return comparison.get();
        } catch (ExecutionException end) {
            if (end.getCause() instanceof InterruptedException) {
                return new Verified(null, null);
            }
            throw new IllegalStateException("The comparison broke", end.getCause());
        }
    }

    @Override
    public RunStatistics statistics() {
        return compared(0);
    }

    private RunStatistics compared(long rows) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
        return new RunStatistics(rows, 0, 0, 0, 0, 0, 0, elapsed, 0, 0, 0, 0, null, null, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public void concurrency(int channels) {}

    @Override
    public void limit(RunLimits limits) {}
}
