package io.sluice.run;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many runs this process carries and how much it keeps of each. */
@Component
class RunCapacity {
    private final int atOnce;
    private final int waiting;
    private final long logLines;
    private final long dirtyRecords;
    private final long dirtyBytes;
    private final int dirtyDays;

    RunCapacity(
            @Value("${SLUICE_RUNS_AT_ONCE:8}") int atOnce,
            @Value("${SLUICE_RUNS_WAITING:200}") int waiting,
            @Value("${SLUICE_RUN_LOG_LINES:100000}") long logLines,
            @Value("${SLUICE_RUN_DIRTY_RECORDS:10000}") long dirtyRecords,
            @Value("${SLUICE_RUN_DIRTY_MEGABYTES:64}") long dirtyMegabytes,
            @Value("${SLUICE_DIRTY_RECORD_DAYS:30}") int dirtyDays) {
        this.atOnce = Math.max(1, atOnce);
        this.waiting = Math.max(0, waiting);
        this.logLines = Math.max(1_000, logLines);
        this.dirtyRecords = Math.max(0, dirtyRecords);
        this.dirtyBytes = Math.max(1, dirtyMegabytes) << 20;
        this.dirtyDays = Math.max(1, dirtyDays);
    }

    /** Runs that move data at the same time; further ones wait. */
    int atOnce() {
        return atOnce;
    }

    /** Runs that may wait. */
    int waiting() {
        return waiting;
    }

    /** Dirty records stored for each run; further ones are counted. */
    long dirtyRecords() {
        return dirtyRecords;
    }

    /** Volume of their values. */
    long dirtyBytes() {
        return dirtyBytes;
    }

    /** How long they are kept. */
    int dirtyDays() {
        return dirtyDays;
    }

    /** Lines of log stored for each run. */
    long logLines() {
        return logLines;
    }
}
