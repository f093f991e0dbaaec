package io.sluice.engine;

import java.util.List;

/** A run that was started. */
public interface RunHandle {
    /** Asks the run to end; returns at once. The run ends within five seconds, whatever its connectors do. */
    void stop();

    /** Ends the run as {@link #stop} does, but leaves what another attempt needs to go on. */
    void suspend();

    /** Waits for the end. */
    RunResult await() throws InterruptedException;

    RunStatistics statistics();

    /** Where each split stands; none before there is a plan. */
    default List<SplitState> splits() {
        return List.of();
    }

    /**
     * Changes how many channels work from now on: more start as long as splits wait to be read, superfluous ones end
     * after the split they are at. Splits are planned once, so a run of one split stays with one channel.
     *
     * @param channels 1 to 32
     */
    void concurrency(int channels);

    /** Changes the speed of the whole run from now on. */
    void limit(RunLimits limits);
}
