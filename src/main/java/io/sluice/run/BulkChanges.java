package io.sluice.run;

import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.WorkspaceGuard;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Carries out what is done to many dirty records at once: one change of a run's records at a time, each on a thread of its
 * own that nobody interrupts, since an embedded store closes its file under an interrupted writer.
 */
@Component
class BulkChanges {
    private static final Logger LOG = LoggerFactory.getLogger(BulkChanges.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final long LAST_BATCH_MILLIS = 10_000;
    private static final int MOST_TRIES = 5;

    private final WorkspaceGuard guard;
    private final Clock clock = Clock.systemUTC();

    /** The last of each run, as long as somebody may want to know how it ended. */
    private final Map<RunPlace, BulkChange> latest = new ConcurrentHashMap<>();

    /** @param records is still there when the last changes end */
    BulkChanges(WorkspaceGuard guard, DirtyRepository records) {
        this.guard = guard;
    }

    /** The change of a run's records that goes on, or ended a little while ago. */
    Optional<BulkChange> of(RunPlace run) {
        return Optional.ofNullable(latest.get(run)).filter(change -> !forgotten(change));
    }

    private boolean forgotten(BulkChange change) {
        Instant ended = change.progress().endedAt();
        return ended != null && ended.isBefore(clock.instant().minus(REMEMBERED));
    }

    /** Begins a change unless another one of the same records goes on. @param ended is told before all others */
    BulkStart begin(RunPlace run, BulkChange change, BulkChange.Work work, Consumer<BulkChange> ended) {
        latest.values().removeIf(this::forgotten);
        BulkChange current = latest.compute(
                run,
                (place, before) -> before == null || before.progress().phase().ended() ? change : before);
        if (current != change) {
            return new BulkStart.Busy(current);
        }
        Thread.ofVirtual().name("dirty-records-" + run.id()).start(() -> toItsEnd(change, work, ended));
        return new BulkStart.Begun(change);
    }

    /** Whatever happens on the way, the next change can begin. */
    private void toItsEnd(BulkChange change, BulkChange.Work work, Consumer<BulkChange> ended) {
        BulkChange.Phase how = BulkChange.Phase.FAILED;
        try {
            how = carryOut(change, work);
            ended.accept(change);
        } finally {
            change.end(how, clock.instant());
            change.tellEnd();
        }
    }

    private BulkChange.Phase carryOut(BulkChange change, BulkChange.Work work) {
        try {
            while (!change.stopWanted()) {
                guard.requireRun(change.by());
                BulkChange.Tally batch = next(work);
                if (batch == null) {
                    return BulkChange.Phase.DONE;
                }
                change.went(batch);
            }
            return BulkChange.Phase.CANCELLED;
        } catch (PermissionDeniedException denied) {
            return BulkChange.Phase.DENIED;
        } catch (DataAccessException silent) {
            LOG.warn("A change of many dirty records has ended early", silent);
            return BulkChange.Phase.FAILED;
        }
    }

    /** Two who change the same records on two processes may stand in each other's way: one of them tries again. */
    private static BulkChange.@Nullable Tally next(BulkChange.Work work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.next().orElse(null);
            } catch (ConcurrencyFailureException inTheWay) {
                if (attempt == MOST_TRIES) {
                    throw inTheWay;
                }
            }
        }
    }

    /** A batch is carried to its end; what is not begun is left. */
    @PreDestroy
    void stop() {
        latest.values().forEach(change -> change.stop(""));
        latest.values().forEach(change -> change.settled(LAST_BATCH_MILLIS));
    }
}
