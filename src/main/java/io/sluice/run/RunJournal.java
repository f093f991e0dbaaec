package io.sluice.run;

import io.sluice.engine.DirtyRecord;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes what live runs tell into the store, in batches, so that no thread of a run ever waits for it. */
@Component
class RunJournal {
    private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);
    private static final int BATCH = 2_000;
    private static final int END_ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 1_000;

    private final RunRepository runs;
    private final LogRepository lines;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();

    RunJournal(RunRepository runs, LogRepository lines, Clock clock) {
        this.runs = runs;
        this.lines = lines;
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
            List<DirtyRecord> dirty = run.takeDirty();
            if (!dirty.isEmpty()) {
                lines.insertDirty(
                        workspace, run.id(), dirty.stream().map(RunJson::write).toList());
            }
        } catch (DataAccessException failure) {
            LOG.error("The log of run {} cannot be stored for now", run.id(), failure);
        } finally {
            writing.unlock();
        }
    }

    /** Stores how far a run is, and that this process is alive. */
    void writeProgress(LiveRun run) {
        try {
            runs.progress(
                    run.order().member().workspaceId(),
                    run.view().dropping(run.log().dropped()),
                    clock.instant());
        } catch (DataAccessException failure) {
            LOG.error("The progress of run {} cannot be stored for now", run.id(), failure);
        }
    }

    /** Stores how a run ended; waits for a store that is away for a moment, as nobody would try again later. */
    void writeEnd(LiveRun run, RunView last) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                runs.end(run.order().member().workspaceId(), last);
                return;
            } catch (DataAccessException failure) {
                if (attempt == END_ATTEMPTS) {
                    throw failure;
                }
                LOG.warn("The end of run {} cannot be stored yet", run.id(), failure);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
