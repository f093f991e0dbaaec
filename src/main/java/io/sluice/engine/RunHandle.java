package io.sluice.engine;

/** A run that was started. */
public interface RunHandle {
    /** Asks the run to end; returns at once. The run ends within five seconds, whatever its connectors do. */
    void stop();

    /** Ends the run as {@link #stop} does, but leaves what another attempt needs to go on. */
    void suspend();

    /** Waits for the end. */
    RunResult await() throws InterruptedException;

    RunStatistics statistics();

    /** Changes the speed of the whole run from now on. */
    void limit(RunLimits limits);
}
