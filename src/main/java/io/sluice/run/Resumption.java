package io.sluice.run;

/** Whether the load of an ended run can go on. */
public enum Resumption {
    POSSIBLE,
    /** It would have to read on in a snapshot of the source that ended with it. */
    SNAPSHOT_ENDED,
    /** It has come to its end, was given up, or has no checkpoint. */
    NOTHING_LEFT
}
