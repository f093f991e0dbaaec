package io.sluice.engine;

import io.sluice.engine.verify.VerifyResult;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the parts of one run share. */
record RunParts(
        Job job,
        RunLog log,
        Redactor redactor,
        Cancellation cancellation,
        Counters counters,
        DirtyRecords dirty,
        ChangedValues changed,
        Failures failures,
        Throttle throttle,
        Checkpoints checkpoints,
        SplitBoard board,
        Consumer<VerifyResult> verified,
        Consumer<DryCheck> dryChecked) {
    static RunParts of(Job job, RunListener listener, Clock clock, @Nullable CheckpointStore store) {
        Redactor redactor = new Redactor();
        RunLog log = new RunLog(listener, redactor, clock);
        Counters counters = new Counters();
        return new RunParts(
                job,
                log,
                redactor,
                new Cancellation(failure -> log.warn("Ending a call failed: " + failure)),
                counters,
                new DirtyRecords(job.settings().dirtyLimit(), counters, listener, log),
                new ChangedValues(),
                new Failures(job, log),
                new Throttle(job.settings().limits(), System::nanoTime),
                new Checkpoints(store),
                new SplitBoard(),
                listener::verified,
                listener::dryChecked);
    }

    /** A split failed; those that end because another one did, or because the run is stopped, have not. */
    void failed(int split) {
        if (!cancellation.cancelled()) {
            counters.splitsFailed.incrementAndGet();
            board.failed(split);
        }
    }
}
