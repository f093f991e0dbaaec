package io.sluice.run;

import io.sluice.engine.Checkpoint;
import io.sluice.engine.CheckpointStore;
import java.io.IOException;
import java.util.List;

/**
 * Checkpoints of a run whose process owns it for a time: when that is over, nothing is committed any more. A process that
 * was frozen finds out here, before whoever watches its lease has woken up.
 *
 * @param lost ends the run
 */
record OwnedCheckpoints(CheckpointStore kept, RunLease lease, Runnable lost) implements CheckpointStore {
    @Override
    public void committing() throws InterruptedException {
        if (lease.isOver()) {
            lost.run();
            throw new InterruptedException("The lease of the run is over");
        }
        kept.committing();
    }

    @Override
    public List<Checkpoint> read() throws IOException {
        return kept.read();
    }

    @Override
    public void keep(Checkpoint next, boolean forced) throws IOException {
        kept.keep(next, forced);
    }

    @Override
    public boolean resumable() {
        return kept.resumable();
    }

    @Override
    public void sending(int split) throws IOException, InterruptedException {
        kept.sending(split);
    }

    @Override
    public void takenBack(int split) {
        kept.takenBack(split);
    }

    @Override
    public void leftOut(int split) {
        kept.leftOut(split);
    }

    @Override
    public void forget() throws IOException {
        kept.forget();
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
