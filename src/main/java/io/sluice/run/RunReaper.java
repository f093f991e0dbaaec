package io.sluice.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Ends in the store what processes have left that are not heard of any more. */
@Component
class RunReaper {
    private static final Logger LOG = LoggerFactory.getLogger(RunReaper.class);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final RunRepository runs;
    private final RunRecords records;
    private final RunLease lease;

    RunReaper(RunRepository runs, RunRecords records, RunLease lease) {
        this.runs = runs;
        this.records = records;
        this.lease = lease;
    }

    RunLease lease() {
        return lease;
    }

    /**
     * One round. An embedded store has one process, so every other is dead.
     *
     * @param mine the runs that the asking process is at work on
     */
    void reap(UUID owner, Set<UUID> mine) {
        try {
            Instant now = lease.now();
            Instant silentSince = now.minus(lease.length());
            Instant deadSince = lease.shared() ? silentSince : now.plus(ONE_DAY);
            tell(runs.interrupt(owner, deadSince, now.minus(lease.patience()))
                    + runs.interruptOwn(owner, mine, silentSince));
            records.clear(deadSince, now);
        } catch (DataAccessException failure) {
            LOG.error("Runs of ended processes cannot be looked for now", failure);
        }
    }

    /** Of an embedded store: what the asking process itself has forgotten, as the store was away when it ended. */
    void reapOwn(UUID owner, Set<UUID> mine) {
        try {
            tell(runs.interruptOwn(owner, mine, lease.now().minus(lease.length())));
        } catch (DataAccessException failure) {
            LOG.error("Runs that this process has forgotten cannot be looked for now", failure);
        }
    }

    private static void tell(int found) {
        if (found > 0) {
            LOG.warn("{} runs that nobody is at work on are marked as interrupted", found);
        }
    }
}
