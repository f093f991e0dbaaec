package io.sluice.run;

import io.sluice.run.LeftRunRepository.Success;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When a load is over. */
@Component
class LeftRules {
    private final LeftRunRepository runs;
    private final JobPreparation jobs;
    private final Clock clock;
    private final Duration resumable;

    LeftRules(LeftRunRepository runs, JobPreparation jobs, Clock clock, RunCapacity capacity) {
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
        resumable = Duration.ofDays(capacity.resumableDays());
    }

    Instant now() {
        return clock.instant();
    }

    boolean isOver(LeftRun left, Instant now) {
        return switch (left.run().state()) {
            case QUEUED, RUNNING, STOPPING -> false;
            case SUCCEEDED, CANCELLED -> true;
            case FAILED, INTERRUPTED -> endedBefore(left, now.minus(resumable)) || isSuperseded(left);
        };
    }

    /** Its target could not be reached for as long again as it could be resumed. */
    boolean isBeyondHope(LeftRun left, Instant now) {
        return endedBefore(left, now.minus(resumable.multipliedBy(2)));
    }

    private static boolean endedBefore(LeftRun left, Instant moment) {
        Instant endedAt = left.endedAt();
        return endedAt != null && endedAt.isBefore(moment);
    }

    /** Whether a later load did the same; one with other values, of another day say, did something else. */
    private boolean isSuperseded(LeftRun left) {
        StoredRun run = left.run();
        Map<String, String> used = jobs.used(run.text(), run.parameters(), run.startedAt());
        for (Success success : runs.successesAfter(left)) {
            if (used.equals(jobs.used(success.text(), success.parameters(), success.startedAt()))) {
                return true;
            }
        }
        return false;
    }
}
