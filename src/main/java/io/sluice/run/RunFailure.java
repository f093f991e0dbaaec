package io.sluice.run;

import org.jspecify.annotations.Nullable;

/**
 * The first cause of a failed run.
 *
 * @param code stable code of the error
 * @param category who can repair it: CONFIGURATION, DATA, TRANSIENT, EXTERNAL or INTERNAL
 * @param message what happened and where
 * @param advice what to do
 * @param line line of the task's script the failure belongs to, from 1; null when it belongs to none
 */
public record RunFailure(
        String code,
        String category,
        String message,
        String advice,
        @Nullable Integer line) {}
