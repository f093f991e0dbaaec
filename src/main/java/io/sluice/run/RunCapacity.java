package io.sluice.run;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many runs this process carries and how much it keeps of each. */
@Component
class RunCapacity {
    private final int atOnce;
    private final int waiting;
    private final long logLines;
    private final DirtyCapacity dirty;
    private final int resumableDays;

    RunCapacity(
            @Value("${SLUICE_RUNS_AT_ONCE:8}") int atOnce,
            @Value("${SLUICE_RUNS_WAITING:200}") int waiting,
            @Value("${SLUICE_RUN_LOG_LINES:100000}") long logLines,
            DirtyCapacity dirty,
            @Value("${SLUICE_RESUMABLE_DAYS:30}") int resumableDays) {
        this.atOnce = Math.max(1, atOnce);
        this.waiting = Math.max(0, waiting);
        this.logLines = Math.max(1_000, logLines);
        this.dirty = dirty;
        this.resumableDays = Math.max(1, resumableDays);
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
        return dirty.records();
    }

    /** Volume of their values. */
    long dirtyBytes() {
        return dirty.bytes();
    }

    /** How long they are kept. */
    int dirtyDays() {
        return dirty.days();
    }

    /** How long a run that failed or was interrupted can be resumed. */
    int resumableDays() {
        return resumableDays;
    }

    /** Lines of log stored for each run. */
    long logLines() {
        return logLines;
    }
}
