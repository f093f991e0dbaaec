package io.sluice.run;

/**
 * How the last load of a task stands.
 *
 * @param recordsDirty how many records it could not write so far
 */
public record LastRun(RunState state, long recordsDirty) {}
