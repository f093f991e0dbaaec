package io.sluice.run;

import io.sluice.run.JobPreparation.Prepared;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Begins the runs that wait at a process which has ended, as far as there are places for them. */
@Component
class WaitingRuns {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingRuns.class);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final WaitingRunRepository waiting;
    private final RunRepository runs;
    private final JobPreparation jobs;
    private final RunStarter starter;
    private final LiveRuns live;

    WaitingRuns(
            WaitingRunRepository waiting, RunRepository runs, JobPreparation jobs, RunStarter starter, LiveRuns live) {
        this.waiting = waiting;
        this.runs = runs;
        this.jobs = jobs;
        this.starter = starter;
        this.live = live;
    }

    /** One round. An embedded store has one process, so every other is dead. @param lease of the process that asks */
    void takeOver(RunLease lease) {
        try {
            Instant now = lease.now();
            Instant silentSince = lease.shared() ? now.minus(lease.length()) : now.plus(ONE_DAY);
            for (WaitingRun one :
                    waiting.left(live.processId(), silentSince, now.minus(lease.patience()), live.freePlaces())) {
                takeOver(one, silentSince, now);
            }
        } catch (DataAccessException failure) {
            LOG.error("Waiting runs of ended processes cannot be looked for now: {}", failure.getMessage());
        }
    }

    /** What this process cannot prepare, another may: it has another key, for example. */
    private void takeOver(WaitingRun one, Instant silentSince, Instant now) {
        UUID id = one.run().id();
        RunOrder order = jobs.asOf(one.startedAt(), one.order());
        if (!(starter.prepare(order) instanceof Prepared.Ready ready)) {
            LOG.warn("Run {} waits at an ended process and cannot be begun by this one", id);
            return;
        }
        if (waiting.take(one, live.processId(), silentSince, now)) {
            RunView view = runs.find(one.member().workspaceId(), id).orElseThrow();
            live.adopt(one.order(), view, ready);
            LOG.info("Run {} is taken over from a process that ended before it began", id);
        }
    }
}
