package io.sluice.run;

import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The places of the runs that are at work at the same time; further ones wait here. */
final class RunPlaces {
    private static final long TICK_MILLIS = 250;

    private final RunCapacity capacity;
    private final Collection<LiveRun> live;
    private final Clock clock;
    private final Semaphore places;

    /** @param live the runs of this process, waiting or at work */
    RunPlaces(RunCapacity capacity, Collection<LiveRun> live, Clock clock) {
        this.capacity = capacity;
        this.live = live;
        this.clock = clock;
        places = new Semaphore(capacity.atOnce(), true);
    }

    /** How many could begin now. */
    int free() {
        return Math.max(0, capacity.atOnce() - live.size());
    }

    /** Waits for a place. @return false when the run was stopped before */
    boolean await(LiveRun run) throws InterruptedException {
        while (behindAnother(run)) {
            if (run.stopWanted()) {
                return false;
            }
            run.awaitNews(run.version(), TICK_MILLIS / 5);
        }
        if (!places.tryAcquire()) {
            run.say(clock.instant(), Level.INFO, "Waiting: " + capacity.atOnce() + " runs are at work already.");
            while (!run.stopWanted()) {
                if (places.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }

    void release() {
        places.release();
    }

    /** Replays of a task go one after the other, as some targets take one writer at a time. */
    private boolean behindAnother(LiveRun run) {
        RunOrder order = run.order();
        long number = run.view().number();
        return order.kind() == RunKind.REPLAY
                && live.stream()
                        .filter(other -> other.order().kind() == RunKind.REPLAY)
                        .filter(other -> other.order().taskId().equals(order.taskId()))
                        .map(LiveRun::view)
                        .anyMatch(other ->
                                other.number() < number && !other.state().ended());
    }
}
