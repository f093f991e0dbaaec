package io.sluice.jobfile;

/** How well a job fits in here. */
public enum Outcome {
    /** Taken over character by character. */
    IDENTICAL,
    /** Translated, or with remarks. */
    MAPPED,
    /** Kept, but it cannot run here. */
    UNSUPPORTED,
    /** No job could be read; there is nothing to import. */
    UNREADABLE
}
