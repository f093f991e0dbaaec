package io.sluice.run;

/** What a run is for. The names are stored. */
public enum RunKind {
    /** Moves the rows of a task. */
    LOAD,
    /** Does everything but write. */
    DRY_RUN,
    /** Compares source and target and moves nothing. */
    VERIFY,
    /** Writes corrected dirty records of another run. */
    REPLAY
}
