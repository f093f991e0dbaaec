package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** @param failure the first cause; null unless the outcome is FAILED */
public record RunResult(
        Outcome outcome, RunStatistics statistics, @Nullable Failure failure) {}
