package io.sluice.engine;

/** The two ends of a run. */
enum Side {
    READER,
    WRITER
}
