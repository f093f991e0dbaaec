package io.sluice.run;

import io.sluice.engine.DryCheck;
import io.sluice.engine.RunStatistics;
import io.sluice.engine.verify.VerifyResult;
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
 * @param nature what it is for
 * @param pace how fast it may go; null unless it is live in this process
 * @param verified how source and target compare; null when they were not compared
 * @param dry how far a dry run has checked its rows; null for others
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
        long logLinesDropped,
        Nature nature,
        @Nullable RunPace pace,
        @Nullable VerifyResult verified,
        @Nullable DryCheck dry) {

    /**
     * What a run is for.
     *
     * @param origin the run whose dirty records it writes; null unless it is a replay
     */
    public record Nature(RunKind kind, @Nullable UUID origin) {
        static final Nature LOAD = new Nature(RunKind.LOAD, null);
    }

    public RunView {
        parameters = Map.copyOf(parameters);
    }

    public RunKind kind() {
        return nature.kind();
    }

    RunView with(RunState now) {
        return with(now, endedAt, statistics, failure, logLinesDropped);
    }

    RunView with(RunStatistics now) {
        return with(state, endedAt, now, failure, logLinesDropped);
    }

    RunView dropping(long lines) {
        return with(state, endedAt, statistics, failure, lines);
    }

    RunView with(RunPace now) {
        return last(now, verified, dry);
    }

    RunView with(VerifyResult compared) {
        return last(pace, compared, dry);
    }

    RunView with(DryCheck check) {
        return last(pace, verified, check);
    }

    /** The last view; nobody changes the pace of an ended run. */
    RunView ended(RunState last, Instant at, @Nullable RunFailure cause) {
        return with(last, at, statistics, cause, logLinesDropped).last(null, verified, dry);
    }

    private RunView with(
            RunState newState,
            @Nullable Instant newEnd,
            RunStatistics newStatistics,
            @Nullable RunFailure newFailure,
            long newDropped) {
        return new RunView(
                id,
                number,
                taskId,
                taskName,
                newState,
                startedBy,
                startedAt,
                newEnd,
                parameters,
                newStatistics,
                newFailure,
                newDropped,
                nature,
                pace,
                verified,
                dry);
    }

    private RunView last(@Nullable RunPace newPace, @Nullable VerifyResult newVerified, @Nullable DryCheck newDry) {
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
                logLinesDropped,
                nature,
                newPace,
                newVerified,
                newDry);
    }
}
