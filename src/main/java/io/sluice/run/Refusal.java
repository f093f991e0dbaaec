package io.sluice.run;

/** Why a run was not started although its task is fine. */
public enum Refusal {
    /** The workspace has no such task (any more). */
    TASK_GONE,
    /** The run has no checkpoints, or somebody else is going on with them. */
    NOTHING_TO_RESUME,
    /** The run would have to go on in a snapshot of its source that has ended. */
    SNAPSHOT_ENDED,
    /** What the run wrote may be wrong, as its target was changed meanwhile. */
    TARGET_CHANGED,
    /** Source and target of the task cannot be compared. */
    NOT_COMPARABLE,
    /** The target takes no single rows, so that dirty records cannot be written into it. */
    NOT_REPLAYABLE,
    /** The run whose dirty records are to be written is still going on. */
    RUN_LIVE,
    /** As many runs wait as the installation allows. */
    TOO_MANY_RUNS,
    /** The workbench is shutting down. */
    SHUTTING_DOWN
}
