package io.sluice.fault;

import io.sluice.engine.Checkpoint;
import io.sluice.engine.CheckpointStore;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import java.io.IOException;
import java.util.List;

/** Checkpoints that are kept by the real store, with faults before and after. */
record FaultyStore(CheckpointStore real, Fault.Trigger trigger) implements CheckpointStore {
    @Override
    public List<Checkpoint> read() throws IOException {
        return real.read();
    }

    @Override
    public void keep(Checkpoint next, boolean forced) throws IOException {
        switch (next) {
            case Checkpoint.Committed ignored -> keep(Step.CHECKPOINT, next, forced);
            case Checkpoint.Publishing ignored -> keep(Step.CHECKPOINT, next, forced);
            case Checkpoint.Published ignored -> keep(Step.PUBLISH, next, forced);
            case Checkpoint.Attempted ignored -> real.keep(next, forced);
            case Checkpoint.Planned ignored -> real.keep(next, forced);
            case Checkpoint.Started ignored -> real.keep(next, forced);
            case Checkpoint.Target ignored -> real.keep(next, forced);
            case Checkpoint.Spoiled ignored -> real.keep(next, forced);
        }
    }

    private void keep(Step step, Checkpoint next, boolean forced) throws IOException {
        trigger.reached(step, Moment.BEFORE);
        real.keep(next, forced);
        trigger.reached(step, Moment.AFTER);
    }

    @Override
    public void forget() throws IOException {
        real.forget();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
