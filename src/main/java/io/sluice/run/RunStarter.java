package io.sluice.run;

import io.sluice.audit.AuditKind;
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
    private final WorkspaceGuard guard;

    RunStarter(StudioService studio, JobPreparation jobs, LiveRuns live, WorkspaceGuard guard) {
        this.studio = studio;
        this.jobs = jobs;
        this.live = live;
        this.guard = guard;
    }

    StartResult start(Member member, UUID taskId, Map<String, String> parameters) {
        Refusal refusal = live.refusal();
        if (refusal != null) {
            return new StartResult.Refused(refusal);
        }
        Task task = studio.open(member, taskId).orElse(null);
        if (task == null) {
            return new StartResult.Refused(Refusal.TASK_GONE);
        }
        RunOrder order = new RunOrder(member, taskId, task.name(), task.text(), parameters);
        return switch (jobs.prepare(order)) {
            case Prepared.Ready ready -> launch(order, ready);
            case Prepared.Invalid invalid -> new StartResult.Invalid(invalid.problems());
            case Prepared.Missing missing -> new StartResult.MissingParameters(missing.parameters());
        };
    }

    private StartResult launch(RunOrder order, Prepared.Ready ready) {
        UUID run = live.launch(order, ready.job(), ready.lines());
        guard.tell(order.member(), AuditKind.RUN_STARTED, order.taskName(), "run " + run);
        return new StartResult.Started(run);
    }
}
