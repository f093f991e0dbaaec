package io.sluice.run.ui;

/**
 * What stands at both ends of a run, for people.
 *
 * @param steps how many processing steps stand between them
 * @param limited whether the task limits bytes or records per second
 */
public record RunSides(String source, String target, int steps, boolean limited) {}
