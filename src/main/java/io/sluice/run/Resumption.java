package io.sluice.run;

/** Whether the load of an ended run can go on. */
public enum Resumption {
    POSSIBLE,
    /** It would have to read on in a snapshot of the source that ended with it. */
    SNAPSHOT_ENDED,
    /** What it wrote may be wrong, as its target was changed meanwhile. */
    TARGET_CHANGED,
    /** It has come to its end, was given up, or has no checkpoint. */
    NOTHING_LEFT
}
