package io.sluice.engine;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Starts runs. Runs share nothing but this object's numbering, so that one cannot disturb another. */
public final class Engine {
    private final Clock clock;
    private final AtomicLong started = new AtomicLong();

    public Engine(Clock clock) {
        this.clock = clock;
    }

    /** Starts a run on threads of its own and returns at once. */
    public RunHandle start(Job job, RunListener listener) {
        Run run = new Run(job, listener, clock, "run-" + started.incrementAndGet());
        run.start();
        return run;
    }
}
