package io.sluice.engine;

/** What the parts of one run share. */
record RunParts(
        Job job,
        RunLog log,
        Redactor redactor,
        Cancellation cancellation,
        Counters counters,
        DirtyRecords dirty,
        Failures failures,
        Throttle throttle,
        Checkpoints checkpoints) {}
