package io.sluice.run;

import io.sluice.engine.RunStatistics;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as everybody in its workspace may see it.
 *
 * @param number counts the runs of the workspace, from 1
 * @param startedBy display name of the member
 * @param logLinesDropped lines beyond the limit of stored lines
 */
public record RunView(
        UUID id,
        long number,
        UUID taskId,
        String taskName,
        RunState state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, String> parameters,
        RunStatistics statistics,
        @Nullable RunFailure failure,
        long logLinesDropped) {
    public RunView {
        parameters = Map.copyOf(parameters);
    }

    RunView with(RunState now) {
        return new RunView(
                id,
                number,
                taskId,
                taskName,
                now,
                startedBy,
                startedAt,
                endedAt,
                parameters,
                statistics,
                failure,
                logLinesDropped);
    }

    RunView with(RunStatistics now) {
        return new RunView(
                id,
                number,
                taskId,
                taskName,
                state,
                startedBy,
                startedAt,
                endedAt,
                parameters,
                now,
                failure,
                logLinesDropped);
    }

    RunView dropping(long lines) {
        return new RunView(
                id,
                number,
                taskId,
                taskName,
                state,
                startedBy,
                startedAt,
                endedAt,
                parameters,
                statistics,
                failure,
                lines);
    }

    RunView ended(RunState last, Instant at, @Nullable RunFailure cause) {
        return new RunView(
                id,
                number,
                taskId,
                taskName,
                last,
                startedBy,
                startedAt,
                at,
                parameters,
                statistics,
                cause,
                logLinesDropped);
    }
}
