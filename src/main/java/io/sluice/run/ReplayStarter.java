package io.sluice.run;

import io.sluice.audit.AuditKind;
import io.sluice.engine.DirtyShape;
import io.sluice.engine.Job;
import io.sluice.engine.Replay;
import io.sluice.run.JobPreparation.Prepared;
import io.sluice.script.Parameters;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns the wish to write dirty records into runs. A record is claimed before its run starts, so that of two members who
 * want it one gets it; a record that a run has not written comes back.
 */
@Component
class ReplayStarter {
    private final RunRepository runs;
    private final RunRecords records;
    private final JobPreparation jobs;
    private final LiveRuns live;
    private final WorkspaceGuard guard;
    private final Clock clock;

    ReplayStarter(RunRepository runs, RunRecords records, JobPreparation jobs, LiveRuns live, WorkspaceGuard guard) {
        this.runs = runs;
        this.records = records;
        this.jobs = jobs;
        this.live = live;
        this.guard = guard;
        clock = jobs.clock();
    }

    ReplayResult replayCorrected(Member member, RunPlace run) {
        return replay(member, run, records.replays().corrected(run));
    }

    ReplayResult replay(Member member, RunPlace run, List<Long> sequences) {
        return switch (look(member, run)) {
            case Look.Ready ready -> new Attempt(run, ready.order(), ready.ready()).start(sequences);
            case Look.Not not ->
                switch (not.why()) {
                    case ReplayOutlook.Refused refused -> new ReplayResult.Refused(refused.reason());
                    case ReplayOutlook.Invalid invalid -> new ReplayResult.Invalid(invalid.problems());
                    case ReplayOutlook.Possible ignored -> throw new IllegalStateException("It is possible");
                };
        };
    }

    ReplayOutlook outlook(Member member, RunPlace run) {
        return switch (look(member, run)) {
            case Look.Ready ready ->
                new ReplayOutlook.Possible(
                        Replay.guarantee(ready.ready().job()),
                        records.checkpoints().has(run.id()));
            case Look.Not not -> not.why();
        };
    }

    private sealed interface Look {
        record Ready(RunOrder order, Prepared.Ready ready) implements Look {}

        record Not(ReplayOutlook why) implements Look {}
    }

    private Look look(Member member, RunPlace run) {
        StoredRun stored = runs.stored(run.workspace(), run.id()).orElse(null);
        Refusal refusal = stored == null ? Refusal.TASK_GONE : refusal(run, stored);
        if (stored == null || refusal != null) {
            return new Look.Not(new ReplayOutlook.Refused(refusal == null ? Refusal.TASK_GONE : refusal));
        }
        RunOrder order = jobs.asOf(stored.startedAt(), RunOrder.again(member, stored));
        return switch (jobs.prepare(order)) {
            case Prepared.Ready ready when Replay.possible(ready.job()) -> new Look.Ready(order, ready);
            case Prepared.Ready ignored -> new Look.Not(new ReplayOutlook.Refused(Refusal.NOT_REPLAYABLE));
            case Prepared.Invalid invalid -> new Look.Not(new ReplayOutlook.Invalid(invalid.problems()));
            case Prepared.Missing ignored -> new Look.Not(new ReplayOutlook.Refused(Refusal.TASK_GONE));
        };
    }

    /** With the values that the parameters of a run had. */
    String filled(Member member, RunPlace run, String text) {
        return runs.stored(run.workspace(), run.id())
                .map(stored -> jobs.asOf(stored.startedAt(), RunOrder.again(member, stored)))
                .map(order -> Parameters.apply(text, order.parameters()))
                .orElse(text);
    }

    boolean arrived(RunPlace run, DirtyRow row) {
        return records.replays().arrived(run, row);
    }

    ReplayShare share(RunPlace run, UUID replay) {
        return records.replays().share(run, replay);
    }

    private @Nullable Refusal refusal(RunPlace run, StoredRun stored) {
        if (!stored.state().ended()) {
            return Refusal.RUN_LIVE;
        }
        RunKind kind = runs.find(run.workspace(), run.id()).map(RunView::kind).orElse(RunKind.DRY_RUN);
        return kind == RunKind.LOAD ? live.refusal() : Refusal.NOT_REPLAYABLE;
    }

    /** Claims records shape by shape and starts a run for each. */
    private final class Attempt {
        private final RunPlace run;
        private final RunOrder order;
        private final Prepared.Ready ready;
        private final List<UUID> started = new ArrayList<>();
        private int written;

        Attempt(RunPlace run, RunOrder order, Prepared.Ready ready) {
            this.run = run;
            this.order = order;
            this.ready = ready;
        }

        ReplayResult start(List<Long> sequences) {
            Set<Long> incomplete = records.dirty().incomplete(run);
            List<Long> whole = sequences.stream()
                    .filter(sequence -> !incomplete.contains(sequence))
                    .toList();
            for (Map.Entry<Integer, DirtyShape> shape :
                    records.dirty().shapes(run).entrySet()) {
                if (live.refusal() == null) {
                    claim(shape.getKey(), shape.getValue(), whole).ifPresent(this::launch);
                }
            }
            int cut = sequences.size() - whole.size();
            ReplayResult.Left left = new ReplayResult.Left(whole.size() - written, cut);
            return started.isEmpty()
                    ? new ReplayResult.Nothing(left)
                    : new ReplayResult.Started(started, written, left);
        }

        /** The records of a shape that nobody else has. */
        private Optional<ReplayOrder> claim(int number, DirtyShape shape, List<Long> sequences) {
            UUID replay = UUID.randomUUID();
            if (records.replays().claim(run, number, sequences, replay, clock.instant()) == 0) {
                return Optional.empty();
            }
            List<DirtyRow> claimed =
                    records.replays().claimed(run, replay, records.dirty().rows(run));
            return Optional.of(new ReplayOrder(run.id(), replay, shape, claimed));
        }

        private void launch(ReplayOrder replay) {
            boolean launched = false;
            try {
                Job job = Replay.job(
                        ready.job(),
                        replay.shape(),
                        replay.records().stream().map(DirtyRow::values).toList());
                live.launch(order.replaying(replay), ready.with(job));
                launched = true;
            } finally {
                if (!launched) {
                    records.replays().release(run, replay.replay());
                }
            }
            started.add(replay.replay());
            written += replay.records().size();
            guard.tell(
                    order.member(),
                    AuditKind.RUN_STARTED,
                    order.taskName(),
                    "run " + replay.replay() + ", writes " + replay.records().size() + " dirty records of run "
                            + run.id());
        }
    }
}
