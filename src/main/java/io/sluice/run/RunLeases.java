package io.sluice.run;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps other processes on the same store from taking the runs of this one for dead, and stops these runs when it cannot. */
@Component
class RunLeases implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunLeases.class);
    private static final long TICK_MILLIS = 250;

    private final LiveRuns live;
    private final RunRepository runs;
    private final RunLease lease;
    private final RunReaper reaper;
    private final WaitingRuns waiting;
    private volatile boolean open;

    RunLeases(LiveRuns live, RunRepository runs, RunReaper reaper, RunLease lease, WaitingRuns waiting) {
        this.waiting = waiting;
        this.live = live;
        this.runs = runs;
        this.lease = lease;
        this.reaper = reaper;
    }

    @Override
    public void start() {
        open = true;
        lease.renewed(System.nanoTime());
        Thread.ofPlatform().daemon().name("run-leases").start(this::keepRenewing);
        if (lease.shared()) {
            Thread.ofPlatform().daemon().name("run-leases-watch").start(this::keepWatching);
        }
    }

    /** On a thread of its own, as a store that does not answer holds it up. */
    private void keepRenewing() {
        long reapedAt = System.nanoTime();
        waiting.takeOver(lease);
        try {
            while (open) {
                renew();
                if (System.nanoTime() - reapedAt > lease.round().toNanos()) {
                    reapedAt = System.nanoTime();
                    reap();
                }
                Thread.sleep(lease.renewal());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void reap() {
        waiting.takeOver(lease);
        if (lease.shared()) {
            reaper.reap(live.processId(), live.ids());
        } else {
            reaper.reapOwn(live.processId(), live.ids());
        }
    }

    private void renew() {
        long asked = System.nanoTime();
        Set<UUID> mine = live.ids();
        if (mine.isEmpty() && !lease.shared()) {
            return;
        }
        try {
            Instant now = lease.now();
            Set<UUID> kept = runs.renew(live.processId(), mine, now);
            lease.renewed(asked);
            mine.stream().filter(run -> !kept.contains(run)).forEach(this::lost);
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("The store does not take notice of this process: {}", failure.getMessage());
        }
    }

    /** Somebody has ended it in the store; its writers must not go on. A run that is just ending has no lease either. */
    private void lost(UUID run) {
        if (runs.isLost(live.processId(), run)) {
            live.find(run)
                    .ifPresent(
                            lost -> live.lose(lost, "Stopped, because another process has taken this run for dead."));
        }
    }

    /** Without asking anybody. Runs that are just about to commit look themselves. */
    private void keepWatching() {
        try {
            while (open) {
                if (lease.isOver()) {
                    live.ids().forEach(run -> live.find(run).ifPresent(live::loseLease));
                }
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
