package io.sluice.run;

import io.sluice.workspace.Member;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run, for whom.
 *
 * @param text the task's text as saved
 * @param kind what the run is for
 * @param resumes the run whose load it goes on with; null to begin one
 * @param replay the dirty records it writes; null unless it is a replay
 */
record RunOrder(
        Member member,
        UUID taskId,
        String taskName,
        String text,
        Map<String, String> parameters,
        RunKind kind,
        @Nullable StoredRun resumes,
        @Nullable ReplayOrder replay) {
    RunOrder {
        parameters = Map.copyOf(parameters);
    }

    RunOrder(Member member, UUID taskId, String taskName, String text, Map<String, String> parameters) {
        this(member, taskId, taskName, text, parameters, RunKind.LOAD, null, null);
    }

    /** What a run before was to do, as it was to do it. */
    static RunOrder again(Member member, StoredRun run) {
        return new RunOrder(member, run.taskId(), run.taskName(), run.text(), run.parameters());
    }

    RunOrder with(Map<String, String> others) {
        return new RunOrder(member, taskId, taskName, text, others, kind, resumes, replay);
    }

    RunOrder as(RunKind other) {
        return new RunOrder(member, taskId, taskName, text, parameters, other, resumes, replay);
    }

    RunOrder resuming(StoredRun run) {
        return new RunOrder(member, taskId, taskName, text, parameters, kind, run, replay);
    }

    RunOrder replaying(ReplayOrder records) {
        return new RunOrder(member, taskId, taskName, text, parameters, RunKind.REPLAY, null, records);
    }

    /** Whether any process can begin it: it does not go on with a load, and has no records of another run in hand. */
    boolean movable() {
        return resumes == null && replay == null;
    }

    RunView.Nature nature() {
        return new RunView.Nature(kind, replay == null ? null : replay.origin());
    }
}
