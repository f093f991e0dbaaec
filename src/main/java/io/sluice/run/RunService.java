package io.sluice.run;

import io.sluice.audit.AuditKind;
import io.sluice.engine.RunLimits;
import io.sluice.engine.SplitState;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Starts, stops and shows the runs of a workspace. */
@Service
public class RunService {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_RUNS = 500;

    private final RunRepository runs;
    private final LogRepository lines;
    private final LiveRuns live;
    private final RunStarter starter;
    private final WorkspaceGuard guard;

    RunService(RunRepository runs, LogRepository lines, LiveRuns live, RunStarter starter, WorkspaceGuard guard) {
        this.runs = runs;
        this.lines = lines;
        this.live = live;
        this.starter = starter;
        this.guard = guard;
    }

    /** Runs the saved text of a task with values for its parameters. */
    public StartResult start(Member member, UUID taskId, Map<String, String> parameters) {
        return start(member, taskId, RunKind.LOAD, parameters);
    }

    /** Runs it, tries it without writing, or compares what is there. */
    public StartResult start(Member member, UUID taskId, RunKind kind, Map<String, String> parameters) {
        guard.requireRun(member);
        if (kind == RunKind.REPLAY) {
            throw new IllegalArgumentException("A replay is started by the dirty records it writes");
        }
        return starter.start(member, taskId, kind, parameters);
    }

    /**
     * Goes on with the load of a run that failed or was interrupted, as a new run: with the text and the parameters of
     * that run, from its last checkpoint.
     */
    public StartResult resume(Member member, UUID runId) {
        guard.requireRun(member);
        StoredRun stored = runs.stored(member.workspaceId(), runId).orElse(null);
        if (stored == null) {
            missing(member, runId);
            return new StartResult.Refused(Refusal.NOTHING_TO_RESUME);
        }
        return starter.resume(member, stored);
    }

    /** Whether {@link #resume} has something to go on with. */
    public Resumption resumption(Member member, UUID runId) {
        return runs.stored(member.workspaceId(), runId)
                .map(stored -> starter.resumption(member, stored))
                .orElse(Resumption.NOTHING_LEFT);
    }

    /**
     * Gives up a load that {@link #resume} could go on with, and has removed what it left in its target: at once, or as
     * soon as that can be reached.
     *
     * @return false when there was nothing to give up
     */
    public boolean giveUp(Member member, UUID runId) {
        guard.requireRun(member);
        StoredRun stored = runs.stored(member.workspaceId(), runId).orElse(null);
        if (stored == null) {
            missing(member, runId);
            return false;
        }
        return starter.giveUp(member, stored);
    }

    /** Asks a run to end. */
    public StopResult stop(Member member, UUID runId) {
        guard.requireRun(member);
        return find(member, runId).map(run -> stop(member, run)).orElseGet(() -> notHere(member, runId));
    }

    private StopResult stop(Member member, LiveRun run) {
        if (live.stop(run, member.displayName())) {
            guard.tell(member, AuditKind.RUN_STOPPED, run.order().taskName(), "run " + run.id());
            return new StopResult.Stopping();
        }
        return run.view().state().ended() ? new StopResult.Ended() : new StopResult.AlreadyStopping(run.stoppedBy());
    }

    private StopResult notHere(Member member, UUID runId) {
        missing(member, runId);
        return runs.find(member.workspaceId(), runId)
                .filter(run -> !run.state().ended())
                .<StopResult>map(run -> new StopResult.Elsewhere())
                .orElseGet(StopResult.Ended::new);
    }

    /** Changes how fast a run may go. False when it has ended, or is not at work in this process and workspace. */
    public boolean limit(Member member, UUID runId, RunLimits limits) {
        guard.requireRun(member);
        return change(member, runId, run -> live.limit(run, limits, member.displayName()), PaceWords.of(limits));
    }

    /** Changes how many channels of a run work, 1 to 32. False as for {@link #limit}. */
    public boolean concurrency(Member member, UUID runId, int channels) {
        guard.requireRun(member);
        int wanted = Math.clamp(channels, 1, RunPace.MOST_CHANNELS);
        return change(member, runId, run -> live.concurrency(run, wanted, member.displayName()), wanted + " channels");
    }

    private boolean change(Member member, UUID runId, Predicate<LiveRun> change, String what) {
        LiveRun run = find(member, runId).orElse(null);
        if (run == null) {
            missing(member, runId);
            return false;
        }
        boolean done = change.test(run);
        if (done) {
            guard.tell(member, AuditKind.RUN_CHANGED, run.order().taskName(), "run " + runId + ": " + what);
        }
        return done;
    }

    /** Enters it into the audit trail when the run lies in another workspace. */
    private void missing(Member member, UUID runId) {
        if (runs.elsewhere(member.workspaceId(), runId)) {
            guard.foreign(member, "run", runId);
        }
    }

    public Optional<RunView> view(Member member, UUID runId) {
        Optional<RunView> now = find(member, runId).map(LiveRun::view).or(() -> runs.find(member.workspaceId(), runId));
        if (now.isEmpty()) {
            missing(member, runId);
        }
        return now;
    }

    /** Where the splits of a run stand, or stood at its end; none when that is not known. */
    public List<SplitState> splits(Member member, UUID runId) {
        return find(member, runId).map(LiveRun::splits).orElseGet(() -> runs.splits(member.workspaceId(), runId));
    }

    /** The runs of a task, newest first. */
    public List<RunView> history(Member member, UUID taskId, int offset, int limit) {
        return runs.history(member.workspaceId(), taskId, Math.max(0, offset), Math.clamp(limit, 0, MOST_RUNS));
    }

    /** The last replays of the dirty records of a task's run, newest first. */
    public List<RunView> replays(Member member, UUID taskId, UUID origin) {
        return runs.replays(member.workspaceId(), taskId, origin);
    }

    /** The runs of the workspace, newest first. */
    public List<RunView> recent(Member member, int limit) {
        return runs.recent(member.workspaceId(), Math.clamp(limit, 0, MOST_RUNS));
    }

    /**
     * How the last load of each task stands, for every task that ever ran.
     *
     * @param since what an earlier answer called next, for the tasks that ran since; 0 for all
     */
    public LastRuns lastRuns(Member member, long since) {
        return runs.lastRuns(member.workspaceId(), since);
    }

    /** How many runs of the workspace have not ended. */
    public int running(Member member) {
        return runs.live(member.workspaceId());
    }

    /** The stored lines of a run after the given one, in order; at most 10,000 at a time. */
    public List<LogLine> log(Member member, UUID runId, long afterSequence, int limit) {
        List<LogLine> found = lines.after(member.workspaceId(), runId, afterSequence, Math.clamp(limit, 0, MOST_LINES));
        if (found.isEmpty()) {
            missing(member, runId);
        }
        return found;
    }

    /** The values the member (else anybody) last ran the task with. */
    public Map<String, String> rememberedParameters(Member member, UUID taskId) {
        return runs.remembered(member.workspaceId(), taskId, member.userId());
    }

    /** Watches a run, whoever started it. The watcher is told every line so far and the current view first. */
    public Watch watch(Member member, UUID runId, RunWatcher watcher) {
        return watch(member, runId, 0, watcher);
    }

    /** Watches a run for a watcher that knows the log up to a line. */
    public Watch watch(Member member, UUID runId, long afterSequence, RunWatcher watcher) {
        if (find(member, runId).isEmpty()) {
            missing(member, runId);
        }
        RunWatch watch = new RunWatch(
                new RunPlace(member.workspaceId(), runId),
                afterSequence,
                watcher,
                new RunWatch.Sources(live, runs, lines));
        watch.start();
        return watch;
    }

    private Optional<LiveRun> find(Member member, UUID runId) {
        return live.find(runId).filter(run -> run.order().member().workspaceId().equals(member.workspaceId()));
    }
}
