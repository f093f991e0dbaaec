package io.sluice.run;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What is written down of runs while they go on: their log and progress in the store, their checkpoints in files. */
@Component
record RunRecords(
        RunJournal journal,
        RunCheckpoints checkpoints,
        RunFindings findings,
        ReplayRepository replays,
        RunCapacity capacity) {
    DirtyRepository dirty() {
        return findings.dirty();
    }

    /** Lets go of the dirty records that replays of dead processes have in hand, and forgets the rows
     * that are too old. */
    void clear(Instant deadSince, Instant now) {
        replays.releaseDead(deadSince);
        findings.forget(now.minus(Duration.ofDays(capacity.dirtyDays())));
    }
}
