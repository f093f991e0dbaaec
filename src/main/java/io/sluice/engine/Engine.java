package io.sluice.engine;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Starts runs. Runs share nothing but this object's numbering, so that one cannot disturb another. */
public final class Engine {
    private final Clock clock;
    private final AtomicLong started = new AtomicLong();

    public Engine(Clock clock) {
        this.clock = clock;
    }

    /** Starts a run on threads of its own and returns at once. Nothing is kept that another attempt could go on with. */
    public RunHandle start(Job job, RunListener listener) {
        return start(job, listener, null);
    }

    /**
     * Starts a run, or goes on with the load that {@code store} has checkpoints of.
     *
     * @param store is emptied when the run succeeds or is stopped; the caller closes it after the end
     */
    public RunHandle start(Job job, RunListener listener, @Nullable CheckpointStore store) {
        if (store != null
                && job.settings().recovery().failover()
                && job.reader().opening().goesOn()) {
            return new Failover(resumer -> begin(job, resumer, store), listener);
        }
        return begin(job, listener, store);
    }

    private RunHandle begin(Job job, RunListener listener, @Nullable CheckpointStore store) {
        Run run = new Run(job, listener, clock, "run-" + started.incrementAndGet(), store);
        run.start();
        return run;
    }
}
