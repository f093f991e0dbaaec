package io.sluice.engine;

/** How a run ended. */
public enum Outcome {
    SUCCEEDED,
    FAILED,
    CANCELLED
}
