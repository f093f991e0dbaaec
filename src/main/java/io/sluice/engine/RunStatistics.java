package io.sluice.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands. At the end {@code recordsRead = recordsWritten + recordsDirty + recordsFiltered} when it succeeded.
 *
 * @param recordsRead records the source delivered, unreadable ones included
 * @param bytes volume read so far, as measured in memory
 * @param recordsPerSecond read in the last interval; after the end over the whole transfer
 * @param bytesPerSecond as recordsPerSecond
 * @param fraction share of splits done, 0 to 1; null while there is no plan
 * @param left estimated time to the end; null while unknown
 * @param readerBusy share of the last interval the readers were busy, 0 to 1
 * @param writerBusy share of the last interval the writers were busy, 0 to 1
 * @param ringFill how full the rings between both were, 0 to 1
 * @param converting share of the last interval the writers' threads spent on steps and conversions, 0 to 1; part of
 *     writerBusy
 * @param queuedBytes volume of the batches that wait between readers and writers at the moment
 * @param retries how often something was tried again after a failure that may pass
 */
public record RunStatistics(
        long recordsRead,
        long recordsWritten,
        long recordsDirty,
        long recordsFiltered,
        long bytes,
        double recordsPerSecond,
        double bytesPerSecond,
        Duration elapsed,
        int splitsTotal,
        int splitsDone,
        int splitsRunning,
        int splitsFailed,
        @Nullable Double fraction,
        @Nullable Duration left,
        double readerBusy,
        double writerBusy,
        double ringFill,
        double converting,
        long queuedBytes,
        long retries) {
    /** Share of the last interval the writers spent with the target, 0 to 1. */
    public double writing() {
        return Math.clamp(writerBusy - converting, 0, 1);
    }

    /** Nothing done yet. */
    public static final RunStatistics ZERO =
            new RunStatistics(0, 0, 0, 0, 0, 0, 0, Duration.ZERO, 0, 0, 0, 0, null, null, 0, 0, 0, 0, 0, 0);
}
