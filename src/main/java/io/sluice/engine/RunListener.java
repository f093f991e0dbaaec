package io.sluice.engine;

import io.sluice.engine.verify.VerifyResult;

/** Hears what happens in a run. Called from the run's threads, possibly several at once; must not block. */
public interface RunListener {
    void log(LogEvent event);

    /** Called about once a second and once at the end. */
    void statistics(RunStatistics now);

    /** Called for the first dirty records up to a cap; the count goes on in the statistics. */
    void dirty(DirtyRecord record);

    /** How many dirty records {@link #dirty} is told of; those behind them are only counted. Asked once, at the start. */
    default long dirtyRecordsWanted() {
        return 1_000;
    }

    /** Called when source and target were compared. */
    default void verified(VerifyResult result) {}

    /** Called in a dry run, before the first row: how far its rows are checked. */
    default void dryChecked(DryCheck check) {}

    /** Called exactly once, as the last of all calls except log lines of a connector that could not be ended. */
    void ended(RunResult result);
}
