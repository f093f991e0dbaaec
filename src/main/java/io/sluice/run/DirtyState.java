package io.sluice.run;

/** What has become of a dirty record. The names are stored. */
public enum DirtyState {
    /** It is not in the target; it can be corrected and written. */
    OPEN,
    /** A run is writing it. */
    REPLAYING,
    /** A run has written it. */
    REPLAYED,
    /** A step of the task has left it out on purpose when it was sent on. */
    FILTERED,
    /** Somebody has settled that it is not written. */
    IGNORED
}
