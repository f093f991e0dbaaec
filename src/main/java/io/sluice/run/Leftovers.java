package io.sluice.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds the loads that can be resumed no longer, from time to time, and has removed what they left. A target that cannot
 * be reached is asked again later.
 */
@Component
class Leftovers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration GRACE = Duration.ofDays(1);

    private record Retry(Instant next, Duration pause) {}

    private final LeftRunRepository runs;
    private final LoadDiscard discard;
    private final RunCheckpoints checkpoints;
    private final LiveRuns live;
    private final LeftRules rules;
    private final Map<UUID, Instant> unwanted = new HashMap<>();
    private final Map<UUID, Retry> retries = new HashMap<>();
    private final ReentrantLock sweeping = new ReentrantLock();
    private volatile boolean open;

    Leftovers(LeftRunRepository runs, LoadDiscard discard, RunCheckpoints checkpoints, LiveRuns live, LeftRules rules) {
        this.runs = runs;
        this.discard = discard;
        this.checkpoints = checkpoints;
        this.live = live;
        this.rules = rules;
    }

    /** Whether there is something of a load that another run could go on with. */
    boolean has(UUID run) {
        return checkpoints.has(run);
    }

    /** Whether all rows of a load are there, so that another run only publishes them. */
    boolean loaded(UUID run) {
        return checkpoints.loaded(run);
    }

    /** Whether nobody may go on with a load, as its target was changed under it. */
    boolean spoiled(UUID run) {
        return checkpoints.spoiled(run);
    }

    /** Gives a load up at a member's word. @return false when it cannot be resumed anyway */
    boolean giveUp(UUID run) {
        boolean given;
        try {
            given = live.find(run).isEmpty() && checkpoints.giveUp(run);
        } catch (IOException failure) {
            LOG.error("The load of run {} cannot be given up now", run, failure);
            return false;
        }
        if (given) {
            Thread.ofVirtual().name("leftovers-" + run).start(this::sweep);
        }
        return given;
    }

    /** One round. */
    void sweep() {
        sweeping.lock();
        try {
            Instant now = rules.now();
            for (UUID run : checkpoints.kept()) {
                if (live.find(run).isEmpty() && isOver(run, now)) {
                    checkpoints.giveUp(run);
                }
            }
            for (UUID run : checkpoints.givenUp()) {
                Retry retry = retries.get(run);
                if (retry == null || !now.isBefore(retry.next())) {
                    discard(run, now);
                }
            }
        } catch (IOException | DataAccessException failure) {
            LOG.error("What ended loads have left cannot be looked for now", failure);
        } finally {
            sweeping.unlock();
        }
    }

    private boolean isOver(UUID id, Instant now) {
        LeftRun left = runs.find(id).orElse(null);
        if (left == null || left.taskGone()) {
            return isLongUnwanted(id, now) || left != null && rules.isOver(left, now);
        }
        unwanted.remove(id);
        return rules.isOver(left, now);
    }

    /** A deletion may be taken back, and a run that begins takes checkpoints over before it is entered. */
    private boolean isLongUnwanted(UUID run, Instant now) {
        return !unwanted.computeIfAbsent(run, first -> now).plus(GRACE).isAfter(now);
    }

    private void discard(UUID id, Instant now) throws IOException {
        LeftRun left = runs.find(id).orElse(null);
        if (left == null) {
            discard.forget(id, "the run is not known any more");
            return;
        }
        if (rules.isBeyondHope(left, now)) {
            discard.forget(id, "it could not be removed in time");
            return;
        }
        Optional<String> failure = discard.of(left);
        if (failure.isEmpty()) {
            retries.remove(id);
            unwanted.remove(id);
            discard.say(
                    left,
                    Level.INFO,
                    "The load is given up: its checkpoints are removed, and what it left in the target");
            return;
        }
        Retry before = retries.get(id);
        Duration pause = before == null ? PAUSE : min(before.pause().multipliedBy(2));
        retries.put(id, new Retry(now.plus(pause), pause));
        if (before == null) {
            discard.say(
                    left,
                    Level.WARN,
                    "What the load left in the target cannot be removed now, it is tried again later: "
                            + failure.get());
        } else {
            LOG.info("What run {} left cannot be removed yet: {}", id, failure.get());
        }
    }

    private static Duration min(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public void start() {
        open = true;
        Thread.ofVirtual().name("leftovers").start(this::sweepFromTimeToTime);
    }

    private void sweepFromTimeToTime() {
        try {
            while (open) {
                Thread.sleep(PAUSE);
                if (open) {
                    sweep();
                }
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
