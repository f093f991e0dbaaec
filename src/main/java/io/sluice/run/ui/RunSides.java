package io.sluice.run.ui;

import io.sluice.engine.DirtyLimit;

/**
 * What stands at both ends of a run, for people.
 *
 * @param steps how many processing steps stand between them
 * @param limited whether the task limits bytes or records per second
 * @param allowed how many dirty records the task endures
 */
public record RunSides(String source, String target, int steps, boolean limited, DirtyLimit allowed) {
    /** Of a task that cannot be read. */
    public static final RunSides UNKNOWN = new RunSides("", "", 0, false, DirtyLimit.IGNORE);
}
