package io.sluice.engine;

import io.sluice.script.Path;
import io.sluice.spi.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The first cause of a failed run.
 *
 * @param message what happened and where, free of secrets
 * @param stepName the step of the task that failed; null when it was none
 * @param path where in the task's script; null when it belongs to no place
 */
public record Failure(
        ErrorCode code,
        String message,
        @Nullable String stepName,
        @Nullable Path path) {}
