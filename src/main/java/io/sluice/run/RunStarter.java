package io.sluice.run;

import io.sluice.audit.AuditKind;
import io.sluice.engine.Job;
import io.sluice.engine.Verifier;
import io.sluice.run.JobPreparation.Prepared;
import io.sluice.studio.StudioService;
import io.sluice.studio.Task;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns the wish to run a task into a run, or into the reason why not. */
@Component
class RunStarter {
    private final StudioService studio;
    private final JobPreparation jobs;
    private final LiveRuns live;
    private final Leftovers leftovers;
    private final WorkspaceGuard guard;

    RunStarter(StudioService studio, JobPreparation jobs, LiveRuns live, Leftovers leftovers, WorkspaceGuard guard) {
        this.studio = studio;
        this.jobs = jobs;
        this.live = live;
        this.leftovers = leftovers;
        this.guard = guard;
    }

    StartResult start(Member member, UUID taskId, RunKind kind, Map<String, String> parameters) {
        Refusal refusal = live.refusal();
        if (refusal != null) {
            return new StartResult.Refused(refusal);
        }
        Task task = studio.open(member, taskId).orElse(null);
        if (task == null) {
            return new StartResult.Refused(Refusal.TASK_GONE);
        }
        RunOrder order = new RunOrder(member, taskId, task.name(), task.text(), parameters).as(kind);
        return switch (prepare(order)) {
            case Prepared.Ready ready -> begin(order, ready);
            case Prepared.Invalid invalid -> new StartResult.Invalid(invalid.problems());
            case Prepared.Missing missing -> new StartResult.MissingParameters(missing.parameters());
        };
    }

    /** As {@link JobPreparation#prepare}, for the kind of run that is wanted. */
    Prepared prepare(RunOrder order) {
        Prepared prepared = jobs.prepare(order);
        return prepared instanceof Prepared.Ready ready && order.kind() == RunKind.DRY_RUN
                ? ready.with(ready.job().with(ready.job().settings().withDryRun()))
                : prepared;
    }

    private StartResult begin(RunOrder order, Prepared.Ready ready) {
        Job job = ready.job();
        return switch (order.kind()) {
            case LOAD, REPLAY -> launch(order, ready, "");
            case DRY_RUN -> launch(order, ready, ", a dry run");
            case VERIFY ->
                Verifier.canCompare(job)
                        ? launch(order, ready, ", compares source and target")
                        : new StartResult.Refused(Refusal.NOT_COMPARABLE);
        };
    }

    /** The task may have changed or gone meanwhile: what the run began with counts. */
    StartResult resume(Member member, StoredRun stored) {
        Refusal refusal = live.refusal();
        if (refusal == null) {
            refusal = switch (resumption(member, stored)) {
                case POSSIBLE -> null;
                case SNAPSHOT_ENDED -> Refusal.SNAPSHOT_ENDED;
                case TARGET_CHANGED -> Refusal.TARGET_CHANGED;
                case NOTHING_LEFT -> Refusal.NOTHING_TO_RESUME;
            };
        }
        if (refusal != null) {
            return new StartResult.Refused(refusal);
        }
        RunOrder order =
                jobs.asOf(stored.startedAt(), RunOrder.again(member, stored).resuming(stored));
        return switch (jobs.prepare(order)) {
            case Prepared.Ready ready -> launch(order, ready, ", goes on with run " + stored.id());
            case Prepared.Invalid invalid -> new StartResult.Invalid(invalid.problems());
            case Prepared.Missing missing -> new StartResult.MissingParameters(missing.parameters());
        };
    }

    /** Nobody will go on with its load. @return false when nobody could anyway */
    boolean giveUp(Member member, StoredRun stored) {
        boolean given = isLeft(stored) && leftovers.giveUp(stored.id());
        if (given) {
            guard.tell(member, AuditKind.RUN_CHANGED, stored.taskName(), "run " + stored.id() + ": given up");
        }
        return given;
    }

    private boolean isLeft(StoredRun stored) {
        return switch (stored.state()) {
            case FAILED, INTERRUPTED -> leftovers.has(stored.id());
            case QUEUED, RUNNING, STOPPING, SUCCEEDED, CANCELLED -> false;
        };
    }

    Resumption resumption(Member member, StoredRun stored) {
        if (!isLeft(stored)) {
            return Resumption.NOTHING_LEFT;
        }
        if (leftovers.spoiled(stored.id())) {
            return Resumption.TARGET_CHANGED;
        }
        boolean ended = jobs.prepare(jobs.asOf(stored.startedAt(), RunOrder.again(member, stored)))
                        instanceof Prepared.Ready ready
                && !ready.job().reader().opening().goesOn();
        return ended && !leftovers.loaded(stored.id()) ? Resumption.SNAPSHOT_ENDED : Resumption.POSSIBLE;
    }

    private StartResult launch(RunOrder order, Prepared.Ready ready, String remark) {
        UUID run = live.launch(order, ready).orElse(null);
        if (run == null) {
            return new StartResult.Refused(Refusal.NOTHING_TO_RESUME);
        }
        guard.tell(order.member(), AuditKind.RUN_STARTED, order.taskName(), "run " + run + remark);
        return new StartResult.Started(run);
    }
}
