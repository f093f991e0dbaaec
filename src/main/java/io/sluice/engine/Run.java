package io.sluice.engine;

import io.sluice.spi.TaskContext.Level;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The life of one run. A main thread opens, plans, waits for the channels and ends; the channels have threads of their
 * own; a clock thread reports the statistics and ends a stopped run whose threads do not react.
 */
final class Run implements RunHandle {
    private static final long TICK_MILLIS = 250;
    private static final int TICKS_PER_REPORT = 4;
    private static final int REPORTS_PER_LINE = 10;
    private static final long STOPPED_AT_THE_LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(4_500);

    private final RunListener listener;
    private final RunParts parts;
    private final String name;
    private final Meter meter;
    private final Transfer transfer;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean suspending = new AtomicBoolean();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long stoppedAt;
    private volatile @Nullable Thread main;
    private volatile @Nullable RunResult result;

    Run(Job job, RunListener listener, Clock clock, String name, @Nullable CheckpointStore store) {
        this.listener = listener;
        this.name = name;
        parts = RunParts.of(job, listener, clock, store);
        meter = new Meter(parts.counters());
        transfer = new Transfer(parts, meter, name, this::goesOnLater);
    }

    void start() {
        Thread worker = Thread.ofPlatform().daemon().name("sluice-" + name).unstarted(this::work);
        main = worker;
        worker.start();
        Thread.ofPlatform().daemon().name("sluice-" + name + "-clock").start(this::tick);
    }

    private void work() {
        try {
            transfer.run();
        } catch (StepFailure e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            fail(new StepFailure(Side.READER, e));
        }
        end();
    }

    /** A run that somebody stopped is given up; one that failed, or was only suspended, may be resumed. */
    private boolean goesOnLater() {
        return parts.checkpoints().kept() && (!stopping.get() || suspending.get());
    }

    private void fail(StepFailure failure) {
        if (!stopping.get()) {
            parts.failures().keep(failure);
        }
    }

    @Override
    public void suspend() {
        suspending.set(true);
        stop();
    }

    @Override
    public void stop() {
        if (ended.getCount() > 0 && stopping.compareAndSet(false, true)) {
            stoppedAt = System.nanoTime();
            parts.log().info("Stopping");
            transfer.halt();
            Thread worker = main;
            if (worker != null) {
                worker.interrupt();
            }
        }
    }

    private void tick() {
        try {
            for (int ticks = 1; !ended.await(TICK_MILLIS, TimeUnit.MILLISECONDS); ticks++) {
                if (stopping.get() && System.nanoTime() - stoppedAt > STOPPED_AT_THE_LATEST_NANOS) {
                    parts.log().warn("A connector did not react; its connection is left behind");
                    parts.cancellation().cancel();
                    end();
                } else if (ticks % TICKS_PER_REPORT == 0) {
                    report(ticks / TICKS_PER_REPORT);
                }
            }
        } catch (InterruptedException e) {
            parts.log().warn("The statistics end here: their thread was interrupted");
        }
    }

    private void report(int reports) {
        RunStatistics now = meter.sample();
        listener.statistics(now);
        if (reports % REPORTS_PER_LINE == 0) {
            parts.log().info(Summary.line(now));
        }
    }

    private void end() {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        Failure failure = parts.failures().first();
        RunStatistics last = meter.last();
        RunResult outcome = new RunResult(outcome(failure), last, failure);
        logEnd(outcome);
        listener.statistics(last);
        result = outcome;
        listener.ended(outcome);
        ended.countDown();
    }

    /** A stop that comes when everything is written and published changes nothing any more. */
    private Outcome outcome(@Nullable Failure failure) {
        if (failure != null) {
            return Outcome.FAILED;
        }
        return transfer.complete() ? Outcome.SUCCEEDED : Outcome.CANCELLED;
    }

    private void logEnd(RunResult ending) {
        Failure failure = ending.failure();
        if (failure != null) {
            parts.log().write(Level.ERROR, RunLog.ENGINE, Summary.failure(failure));
        }
        parts.changed().tell(parts.log());
        parts.log().info(Summary.of(ending, meter));
    }

    @Override
    public RunResult await() throws InterruptedException {
        ended.await();
        return Objects.requireNonNull(result);
    }

    @Override
    public RunStatistics statistics() {
        RunResult last = result;
        return last == null ? meter.now() : last.statistics();
    }

    @Override
    public List<SplitState> splits() {
        return parts.board().states();
    }

    @Override
    public void concurrency(int channels) {
        int working = transfer.resize(channels);
        if (working > 0) {
            parts.log().info("%d channels are wanted, %d are at work".formatted(channels, working));
        }
    }

    @Override
    public void limit(RunLimits limits) {
        parts.throttle().limit(limits);
    }
}
