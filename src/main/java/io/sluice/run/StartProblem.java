package io.sluice.run;

import org.jspecify.annotations.Nullable;

/**
 * What keeps a task from being run.
 *
 * @param line line of the task's script, from 1; null when it belongs to none
 */
public record StartProblem(
        String code, String message, @Nullable Integer line) {}
