package io.sluice.run;

import io.sluice.engine.DirtyShape;
import io.sluice.engine.SplitState;
import io.sluice.engine.verify.VerifyResult.Difference;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes what live runs tell into the store, in batches, so that no thread of a run ever waits for it. */
@Component
class RunJournal {
    private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);
    private static final int BATCH = 2_000;
    private static final int END_ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 1_000;

    private final RunRepository runs;
    private final LogRepository lines;
    private final RunFindings findings;
    private final ReplayRepository replays;
    private final RunLease lease;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();

    RunJournal(RunStore store, RunFindings findings, ReplayRepository replays, RunLease lease, Clock clock) {
        this.runs = store.runs();
        this.lines = store.lines();
        this.lease = lease;
        this.findings = findings;
        this.replays = replays;
        this.clock = clock;
    }

    /** Stores the pending lines of a run. A failing store keeps them pending for the next time. */
    void writeLines(LiveRun run) {
        writing.lock();
        try {
            UUID workspace = run.order().member().workspaceId();
            List<LogLine> pending = run.log().pending(BATCH);
            while (!pending.isEmpty()) {
                lines.insert(workspace, run.id(), pending);
                run.log().stored(pending.size());
                pending = run.log().pending(BATCH);
            }
            writeDirty(run);
            ReplayProgress replay = run.replay();
            if (replay != null) {
                replay.flush();
            }
        } catch (DataAccessException | TransactionException failure) {
            LOG.error("The log of run {} cannot be stored for now: {}", run.id(), failure.getMessage());
        } finally {
            writing.unlock();
        }
    }

    private void writeDirty(LiveRun run) {
        DirtyBuffer found = run.dirty();
        for (DirtyShape shape : found.newShapes()) {
            findings.dirty().insertShape(run.place(), found.shapesStored(), shape);
            found.storedShape();
        }
        List<FoundRecord> pending = found.pending(BATCH);
        while (!pending.isEmpty()) {
            findings.dirty().insert(run.place(), pending, clock.instant());
            found.stored(pending.size());
            pending = found.pending(BATCH);
        }
    }

    /** Lets go of the records that a replay has not written; of those on their way it stays noted that they may have arrived. */
    void endReplay(LiveRun run) throws InterruptedException {
        ReplayProgress progress = run.replay();
        ReplayOrder order = run.order().replay();
        if (progress != null && order != null) {
            RunPlace origin = new RunPlace(run.order().member().workspaceId(), order.origin());
            patiently(run, () -> {
                progress.flush();
                replays.release(origin, order.replay());
            });
        }
    }

    /** Stores how far a run is. */
    void writeProgress(LiveRun run) {
        try {
            runs.progress(
                    run.order().member().workspaceId(),
                    lease.owner(),
                    run.view().dropping(run.log().dropped()));
        } catch (DataAccessException | TransactionException failure) {
            LOG.error("The progress of run {} cannot be stored for now: {}", run.id(), failure.getMessage());
        }
    }

    /** Stores how a run ended, the rows it has found to differ, and what a store that was away has not got so far. */
    void writeEnd(LiveRun run, RunView last, List<SplitState> splits) throws InterruptedException {
        List<Difference> differences = run.differences();
        if (!differences.isEmpty()) {
            patiently(run, () -> findings.differences().keep(run.place(), differences, clock.instant()));
        }
        patiently(run, () -> runs.end(run.order().member().workspaceId(), lease.owner(), last, splits));
        if (!run.log().pending(1).isEmpty() || !run.dirty().pending(1).isEmpty()) {
            writeLines(run);
        }
    }

    /** Waits for a store that is away, however long, as nobody would try again later; what it refuses is tried a few times. */
    private static void patiently(LiveRun run, Runnable work) throws InterruptedException {
        for (int refused = 0; ; ) {
            try {
                work.run();
                return;
            } catch (DataAccessException | TransactionException failure) {
                refused += isRefusal(failure) ? 1 : 0;
                if (refused == END_ATTEMPTS) {
                    throw failure;
                }
                LOG.warn("The end of run {} cannot be stored yet: {}", run.id(), failure.getMessage());
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException
                || failure instanceof InvalidDataAccessResourceUsageException;
    }
}
